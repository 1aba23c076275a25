package earshot.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days, both ends included.
 *
 * @param from null for no first day
 * @param to null for no last day
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
  public static final Period ALL = new Period(null, null);

  public Period {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("a period cannot end on " + to + " and begin on " + from);
    }
  }

  public boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
