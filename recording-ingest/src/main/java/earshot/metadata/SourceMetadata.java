package earshot.metadata;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about one call, in its own spelling, telephone numbers already replaced.
 *
 * @param source for messages, such as {@code c1001.json} or {@code cdr.csv row 5}
 * @param values what it says; a field that it leaves empty is not there
 * @param problem why the whole source cannot be used; null when it can
 */
public record SourceMetadata(String source, Map<Field, Value> values, @Nullable String problem) {

  /**
   * One value.
   *
   * @param key as the source spells it
   * @param text never blank
   */
  public record Value(String key, String text) {
    /** Without the text: it may be a name. */
    @Override
    public String toString() {
      return key;
    }
  }

  public SourceMetadata {
    Map<Field, Value> copy = new EnumMap<>(Field.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }

  /** A source that says nothing. */
  public static SourceMetadata empty(String source) {
    return new SourceMetadata(source, Map.of(), null);
  }

  /** What the source says of a field, in its own spelling. */
  public Optional<String> text(Field field) {
    return Optional.ofNullable(values.get(field)).map(Value::text);
  }
}
