package earshot.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One Kaldi configuration file: {@code --name=value} a line, {@code #} starts a comment, a name
 * alone means {@code true}, {@code _} in a name means {@code -}, the last of equal names counts.
 * Immutable.
 */
record KaldiOptions(Map<String, String> values) {
  KaldiOptions {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  static final KaldiOptions NONE = new KaldiOptions(Map.of());

  /**
   * @throws ModelException naming the file and the line that is no option
   */
  static KaldiOptions read(Path file) throws ModelException {
    try {
      return parse(Files.readAllLines(file), file);
    } catch (ModelException e) {
      throw e;
    } catch (IOException e) {
      throw new ModelException(file + " cannot be read as a model's configuration: " + e, e);
    }
  }

  private static KaldiOptions parse(List<String> lines, Path file) throws ModelException {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int comment = line.indexOf('#');
      String option = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (option.isEmpty()) {
        continue;
      }
      if (!option.startsWith("--") || option.length() == 2) {
        throw new ModelException(
            file + " line " + (i + 1) + ": expected --name=value, found '" + option + "'");
      }
      int equals = option.indexOf('=');
      String name = equals < 0 ? option : option.substring(0, equals);
      values.put(normal(name), equals < 0 ? "true" : option.substring(equals + 1).strip());
    }
    return new KaldiOptions(values);
  }

  /** The name as Kaldi compares it: no leading dashes, lower case, {@code -} for {@code _}. */
  static String normal(String name) {
    String bare = name.startsWith("--") ? name.substring(2) : name;
    return bare.strip().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(normal(name)));
  }

  boolean flag(String name) {
    return get(name).map(v -> v.equals("true") || v.equals("t") || v.isEmpty()).orElse(false);
  }

  KaldiOptions with(Map<String, String> changes) {
    Map<String, String> all = new LinkedHashMap<>(values);
    changes.forEach((name, value) -> all.put(normal(name), value));
    return new KaldiOptions(all);
  }

  String text() {
    return values.entrySet().stream()
        .map(e -> "--" + e.getKey() + "=" + e.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
