package earshot.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The names and words that recorders use, from the resources of this package. Immutable. */
final class RecorderWords {
  private static final RecorderWords INSTANCE = new RecorderWords();

  private final Map<String, Key> keys = new HashMap<>();
  private final Map<String, String> values = new HashMap<>();

  /**
   * @param rank place in the field's list; the lowest counts
   */
  record Key(Field field, int rank) {}

  private RecorderWords() {
    Properties names = load("recorder-keys.properties");
    for (Field field : Field.values()) {
      List<String> spellings = list(names.getProperty(field.id(), ""));
      for (int rank = 0; rank < spellings.size(); rank++) {
        add(field, rank, spellings.get(rank));
      }
    }
    Properties words = load("recorder-values.properties");
    for (String name : words.stringPropertyNames()) {
      int dot = name.indexOf('.');
      for (String word : list(words.getProperty(name))) {
        values.put(name.substring(0, dot) + "." + word, name.substring(dot + 1));
      }
    }
  }

  private void add(Field field, int rank, String spelling) {
    Key other = keys.putIfAbsent(plain(spelling), new Key(field, rank));
    if (other != null) {
      throw new IllegalStateException(
          "recorder-keys.properties: "
              + spelling
              + " stands for "
              + other.field()
              + " and "
              + field);
    }
  }

  static RecorderWords get() {
    return INSTANCE;
  }

  private static Properties load(String name) {
    Properties properties = new Properties();
    try (InputStream in = RecorderWords.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing");
      }
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }

  /** A key without what recorders spell differently: lower-case letters and digits only. */
  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** The field that a recorder's key stands for. */
  Optional<Key> key(String spelling) {
    return Optional.ofNullable(keys.get(plain(spelling)));
  }

  /** What a recorder's word stands for in a group, such as {@code direction}. */
  Optional<String> value(String group, String word) {
    return Optional.ofNullable(values.get(group + "." + word.strip().toLowerCase(Locale.ROOT)));
  }
}
