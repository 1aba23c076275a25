package earshot.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import earshot.call.CallRecord;
import earshot.call.Scorecard;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables of many invented calls, read by DuckDB. {@code -Dearshot.many.calls=100000} makes it the
 * measurement of the docs; it takes 2 GB of disk then.
 */
class ManyCallsIT {
  private static final int CALLS = Integer.getInteger("earshot.many.calls", 5000);
  private static final int DAYS = 100;
  private static final int REPEATS = 5;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  @Test
  void duckDbFindsTheMeanScoreOfEachTeamWithinASecond(@TempDir Path root) throws Exception {
    DataFolder folder = new DataFolder(root);
    CallStore store = new CallStore(folder);
    CallRecords records = new CallRecords(11);
    Map<String, DoubleSummaryStatistics> expected = new TreeMap<>();
    long bytes = 0;
    for (int i = 0; i < CALLS; i++) {
      CallRecord call = records.call(i, FIRST_DAY.plusDays(i % DAYS), ZONE);
      store.write(call);
      bytes += Files.size(folder.callFile(FIRST_DAY.plusDays(i % DAYS), call.callId()));
      for (Scorecard card : call.scorecards()) {
        if (card.score() != null && call.metadata().team() != null) {
          expected
              .computeIfAbsent(call.metadata().team(), team -> new DoubleSummaryStatistics())
              .accept(card.score());
        }
      }
    }
    long start = System.nanoTime();
    assertThat(new TableWriter(folder).update().calls()).isEqualTo(CALLS);
    double building = seconds(start);

    double[] asked = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      start = System.nanoTime();
      // A new connection each time: what it keeps in memory is lost.
      try (Duck duck = new Duck(folder.parquet())) {
        List<List<Object>> teams =
            duck.rows("select team, avg(score) from scorecards where team <> '' group by team");
        asked[i] = seconds(start);
        assertThat(teams).hasSameSizeAs(expected.keySet());
        for (List<Object> team : teams) {
          assertThat((double) team.get(1))
              .isCloseTo(expected.get((String) team.get(0)).getAverage(), within(1e-9));
        }
      }
    }
    Arrays.sort(asked);
    System.out.printf(
        Locale.ROOT,
        "%d calls, %.1f kB a record: tables %.1f s, mean score by team %.2f s (median), %.2f s at most%n",
        CALLS,
        bytes / 1e3 / CALLS,
        building,
        asked[REPEATS / 2],
        asked[REPEATS - 1]);
    assertThat(asked[0])
        .as("seconds, the fastest, as other work may slow the others")
        .isLessThan(1);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
