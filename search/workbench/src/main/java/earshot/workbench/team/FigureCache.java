package earshot.workbench.team;

import earshot.data.DataFolder;
import earshot.table.Period;
import earshot.table.TableReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sums of the days that were asked for, in memory. A day is read from the tables when it is first
 * asked for, and again when its tables were made again; call records are never read. Thread-safe.
 */
final class FigureCache {
  private static final Logger LOG = LoggerFactory.getLogger(FigureCache.class);

  private final TableReader tables;
  private final DayReader reader;
  private final Map<LocalDate, Known> known = new ConcurrentHashMap<>();

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
  List<AgentDay> cells(Period period) throws IOException {
    return cells(period, Map.of());
  }

  /**
   * The same without what some scorecards say, for somebody who must not learn what is in them:
   * days with one are read from the tables each time.
   */
  List<AgentDay> cells(Period period, Map<LocalDate, Set<DayReader.Card>> left) throws IOException {
    SortedMap<LocalDate, String> stamps = tables.stamps();
    known.keySet().retainAll(stamps.keySet());
    List<AgentDay> cells = new ArrayList<>();
    for (Map.Entry<LocalDate, String> day : stamps.entrySet()) {
      if (period.contains(day.getKey())) {
        Set<DayReader.Card> without = left.getOrDefault(day.getKey(), Set.of());
        cells.addAll(
            without.isEmpty()
                ? cells(day.getKey(), day.getValue())
                : reader.read(day.getKey(), without));
      }
    }
    return cells;
  }

  /** Whoever else wants the same day meanwhile waits for it; other days are read beside it. */
  private List<AgentDay> cells(LocalDate day, String stamp) throws IOException {
    try {
      return known
          .compute(
              day,
              (d, there) -> there != null && there.stamp().equals(stamp) ? there : read(d, stamp))
          .cells();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Known read(LocalDate day, String stamp) {
    try {
      return new Known(stamp, List.copyOf(reader.read(day)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the newest days before anybody asks, the newest first: the first visitor reads from the
   * other end, or finds all of it there.
   *
   * @param days as many
   */
  void readAhead(int days) {
    Thread thread = new Thread(() -> readNewest(days), "team-figures");
    thread.setDaemon(true);
    thread.start();
  }

  private void readNewest(int days) {
    try {
      List<Map.Entry<LocalDate, String>> newest = new ArrayList<>(tables.stamps().entrySet());
      Collections.reverse(newest);
      for (Map.Entry<LocalDate, String> day : newest.subList(0, Math.min(days, newest.size()))) {
        cells(day.getKey(), day.getValue());
      }
    } catch (IOException e) {
      LOG.info("figures of teams not read ahead: {}", e.getClass().getSimpleName());
    }
  }
}
