package earshot.index;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.CallRecord;
import earshot.match.CallMatcher;
import earshot.match.CompiledQuery;
import earshot.match.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries of the benchmark, on ten thousand turns. */
class QueryLogTest {
  private static final int CALLS = 250;
  @TempDir Path folder;

  @Test
  void everyQueryOfTheLogFindsTheCallsAndWordsThatAScanFinds() throws Exception {
    List<String> vocabulary = IntStream.range(0, 5000).mapToObj(i -> "w" + i).toList();
    GeneratedCalls generated = new GeneratedCalls(42, vocabulary, 40, "en");
    List<CallMatcher> scan = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    long turns = 0;
    try (CallIndexWriter writer = CallIndexWriter.open(folder)) {
      for (int i = 0; i < CALLS; i++) {
        CallRecord record = generated.next("g" + i);
        writer.put(record, "1");
        scan.add(CallMatcher.of(record));
        ids.add(record.callId());
        turns += record.transcript().turns().size();
      }
      writer.commit();
    }
    assertThat(turns).isGreaterThan(9000);
    try (CallIndex index = CallIndex.open(folder)) {
      for (QueryLog.Entry entry : QueryLog.load().entries()) {
        CompiledQuery query = CompiledQuery.of(entry.query(), Language.of("en"));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
          if (scan.get(i).matches(query)) {
            expected.add(ids.get(i) + " " + words(scan.get(i), query));
          }
        }
        SearchResult result = index.search(entry.query(), CALLS);
        assertThat(result.hits())
            .as(entry.text())
            .extracting(h -> h.callId() + " " + words(h))
            .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(result.total()).isEqualTo(expected.size());
      }
    }
  }

  private static long words(CallMatcher call, CompiledQuery query) {
    return call.find(query).stream()
        .flatMap(m -> m.words().stream().map(w -> m.turn() + ":" + w))
        .distinct()
        .count();
  }

  private static long words(SearchHit hit) {
    return hit.matches().stream().mapToLong(m -> m.positions().size()).sum();
  }
}
