package earshot.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table.
 *
 * @param name snake_case, as in the call record where it comes from there
 * @param nullable whether a row may have no value
 * @param unit such as {@code s}; empty where there is none
 * @param meaning one sentence for people who query the table
 * @param source the part of the call record it comes from
 * @param value takes the column's value from a row
 * @param <R> what a row is made from
 */
record Column<R>(
    String name,
    ColumnType type,
    boolean nullable,
    String unit,
    String meaning,
    String source,
    Function<R, @Nullable Object> value) {

  Column {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("column '" + name + "' is not in snake_case");
    }
  }

  static <R> Column<R> required(
      String name,
      ColumnType type,
      String unit,
      String meaning,
      String source,
      Function<R, @Nullable Object> value) {
    return new Column<>(name, type, false, unit, meaning, source, value);
  }

  static <R> Column<R> optional(
      String name,
      ColumnType type,
      String unit,
      String meaning,
      String source,
      Function<R, @Nullable Object> value) {
    return new Column<>(name, type, true, unit, meaning, source, value);
  }

  /** The same column for rows that contain an {@code R}. */
  <S> Column<S> in(Function<S, R> part) {
    return new Column<>(
        name, type, nullable, unit, meaning, source, row -> value.apply(part.apply(row)));
  }

  Schema.Field field() {
    String doc = unit.isEmpty() ? meaning : meaning + " [" + unit + "]";
    return nullable
        ? new Schema.Field(
            name,
            Schema.createUnion(Schema.create(Schema.Type.NULL), type.schema()),
            doc,
            Schema.Field.NULL_DEFAULT_VALUE)
        : new Schema.Field(name, type.schema(), doc);
  }

  /** The row's value as the file keeps it. */
  @Nullable Object stored(R row) {
    Object plain = value.apply(row);
    if (plain == null && !nullable) {
      throw new IllegalStateException("column " + name + " must have a value");
    }
    if (plain instanceof LocalDate day) {
      return Math.toIntExact(day.toEpochDay());
    }
    if (plain instanceof Instant time) {
      return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
    return plain;
  }
}
