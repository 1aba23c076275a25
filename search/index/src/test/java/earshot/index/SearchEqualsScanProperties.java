package earshot.index;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.CallRecord;
import earshot.match.CallMatcher;
import earshot.match.Match;
import earshot.query.Queries;
import earshot.query.Query;
import earshot.query.QueryPrinter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.tests.store.MockDirectoryWrapper;

/** Whatever is asked, the index finds what a scan over all records finds. */
class SearchEqualsScanProperties {
  private static final List<String> WORDS =
      List.of("a", "b", "refund", "refunds", "card", "thats", "hold", "c", "[card-number]", "ban");
  private static final List<String> SAID =
      List.of(
          "a",
          "b",
          "refund",
          "Refunded,",
          "card",
          "that's",
          "held",
          "--",
          "c",
          "[card-number]",
          "b\u1ea1n",
          "Ban");
  private static final List<CallRecord> RECORDS = records();
  private static Directory directory;
  private static CallIndex index;

  private static List<CallRecord> records() {
    List<CallRecord> records = new ArrayList<>();
    List<String> languages = List.of("en", "en", "en", "no", "vi", "fi");
    for (int i = 0; i < 60; i++) {
      GeneratedCalls generated =
          new GeneratedCalls(i, SAID, i % 7, languages.get(i % languages.size()));
      records.add(generated.next("call " + i));
    }
    return records;
  }

  @BeforeContainer
  static void indexInSeveralSegmentsWithReplacedAndRemovedCalls() throws Exception {
    directory = new MockDirectoryWrapper(new Random(7), new ByteBuffersDirectory());
    Random random = new Random(11);
    try (CallIndexWriter writer = new CallIndexWriter(leftOpen(directory))) {
      for (CallRecord record : RECORDS) {
        if (random.nextInt(4) == 0) {
          writer.put(new GeneratedCalls(99, SAID, 5, "en").next(record.callId()), "old");
          writer.commit();
        }
        writer.put(record, "new");
        if (random.nextInt(10) == 0) {
          writer.put(new GeneratedCalls(98, SAID, 5, "en").next("gone"), "old");
          writer.commit();
          writer.remove("gone");
        }
      }
      writer.commit();
    }
    index = new CallIndex(leftOpen(directory), Duration.ofMinutes(5));
  }

  /** Writer and index close what they are given; this test needs it longer. */
  private static Directory leftOpen(Directory directory) {
    return new FilterDirectory(directory) {
      @Override
      public void close() {
        // closed by theIndexIsSound
      }
    };
  }

  @AfterContainer
  static void theIndexIsSound() throws Exception {
    index.close();
    try (Directory copy = new ByteBuffersDirectory()) {
      for (String file : directory.listAll()) {
        copy.copyFrom(directory, file, file, org.apache.lucene.store.IOContext.DEFAULT);
      }
      try (CheckIndex check = new CheckIndex(copy)) {
        assertThat(check.checkIndex().clean).isTrue();
      }
    }
    directory.close();
  }

  @Property(tries = 1000)
  void searchFindsWhatAScanFinds(@ForAll("queries") Query query) throws Exception {
    Map<String, String> expected = new TreeMap<>();
    for (CallRecord record : RECORDS) {
      CallMatcher matcher = CallMatcher.of(record);
      if (matcher.matches(query)) {
        expected.put(record.callId(), scanned(matcher.find(query)));
      }
    }
    SearchResult result = index.search(query, RECORDS.size());
    Map<String, String> found = new TreeMap<>();
    result.hits().forEach(hit -> found.put(hit.callId(), shown(hit)));
    assertThat(found).as(QueryPrinter.print(query)).isEqualTo(expected);
    assertThat(result.total()).isEqualTo(expected.size());
    assertThat(index.search(query, 1).total()).isEqualTo(expected.size());
    Statistics.label("calls found")
        .collect(expected.isEmpty() ? "none" : expected.size() == RECORDS.size() ? "all" : "some")
        .coverage(share -> share.check("some").percentage(p -> p > 40));
  }

  private static String scanned(List<Match> matches) {
    Map<Integer, SortedSet<Integer>> turns = new TreeMap<>();
    matches.stream()
        .filter(m -> m.event() == null)
        .forEach(m -> turns.computeIfAbsent(m.turn(), t -> new TreeSet<>()).addAll(m.words()));
    long events = matches.stream().filter(m -> m.event() != null).count();
    return turns + " and " + events;
  }

  private static String shown(SearchHit hit) {
    Map<Integer, List<Integer>> turns =
        hit.matches().stream().collect(Collectors.toMap(TurnMatch::turn, TurnMatch::positions));
    return new TreeMap<>(turns) + " and " + hit.events().size();
  }

  @Provide
  Arbitrary<Query> queries() {
    return Queries.any(WORDS);
  }
}
