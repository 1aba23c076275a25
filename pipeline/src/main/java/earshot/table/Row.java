package earshot.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** One row of a table, by column name. A name that was not asked for is an error. */
public final class Row {
  private final GenericRecord record;

  Row(GenericRecord record) {
    this.record = record;
  }

  /** A text that is always there. */
  public String text(String column) {
    return required(column, optionalText(column));
  }

  public @Nullable String optionalText(String column) {
    Object value = value(column);
    return value == null ? null : value.toString();
  }

  /** A count that is always there. */
  public int count(String column) {
    return ((Number) required(column, value(column))).intValue();
  }

  /** A number that is always there. */
  public double number(String column) {
    return required(column, optionalNumber(column));
  }

  public @Nullable Double optionalNumber(String column) {
    Object value = value(column);
    return value == null ? null : ((Number) value).doubleValue();
  }

  /** A flag that is always there. */
  public boolean flag(String column) {
    return (Boolean) required(column, value(column));
  }

  public LocalDate date(String column) {
    return LocalDate.ofEpochDay(count(column));
  }

  public Instant time(String column) {
    long micros = ((Number) required(column, value(column))).longValue();
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private @Nullable Object value(String column) {
    if (record.getSchema().getField(column) == null) {
      throw new IllegalArgumentException(
          "column '"
              + column
              + "' was not asked for; this row has "
              + record.getSchema().getFields());
    }
    return record.get(column);
  }

  private <T> T required(String column, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("column '" + column + "' has no value in this row");
    }
    return value;
  }
}
