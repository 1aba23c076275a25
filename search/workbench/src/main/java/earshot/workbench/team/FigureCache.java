package earshot.workbench.team;

import earshot.data.DataFolder;
import earshot.table.Period;
import earshot.table.TableReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Sums of the days that were asked for, in memory. A day is read from the tables when it is first
 * asked for, and again when its tables were made again; call records are never read. Thread-safe.
 */
final class FigureCache {
  private final TableReader tables;
  private final DayReader reader;
  private final Map<LocalDate, Known> known = new HashMap<>();

  private record Known(String stamp, List<AgentDay> cells) {}

  FigureCache(DataFolder folder) {
    this.tables = new TableReader(folder);
    this.reader = new DayReader(tables);
  }

  /** The newest day with calls; empty when there are no tables. */
  Optional<LocalDate> newest() throws IOException {
    SortedMap<LocalDate, String> stamps = tables.stamps();
    return stamps.isEmpty() ? Optional.empty() : Optional.of(stamps.lastKey());
  }

  /** Every agent on every day of the period. */
  synchronized List<AgentDay> cells(Period period) throws IOException {
    SortedMap<LocalDate, String> stamps = tables.stamps();
    known.keySet().retainAll(stamps.keySet());
    List<AgentDay> cells = new ArrayList<>();
    for (Map.Entry<LocalDate, String> day : stamps.entrySet()) {
      if (period.contains(day.getKey())) {
        Known there = known.get(day.getKey());
        if (there == null || !there.stamp().equals(day.getValue())) {
          there = new Known(day.getValue(), List.copyOf(reader.read(day.getKey())));
          known.put(day.getKey(), there);
        }
        cells.addAll(there.cells());
      }
    }
    return cells;
  }
}
