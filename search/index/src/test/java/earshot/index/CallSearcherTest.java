package earshot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import earshot.call.CallRecord;
import earshot.match.CallFields;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Facets, order, pages, scope, suggestions and similar calls, against counting by hand. */
class CallSearcherTest {
  private static final List<CallRecord> RECORDS = records();
  @TempDir static Path folder;
  private static CallIndex index;

  private static List<CallRecord> records() {
    GeneratedCalls generated =
        new GeneratedCalls(5, List.of("refund", "delay", "card", "hello"), 6, "en");
    List<CallRecord> records = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      records.add(generated.next("call " + i));
    }
    records.add(SampleCalls.call("bill", "the invoice about broadband", "it is the invoice"));
    records.add(SampleCalls.call("built", "another invoice about broadband and more"));
    records.add(SampleCalls.inTeam("hidden", "South", "zanzibar invoices about broadband"));
    return records;
  }

  @BeforeAll
  static void write() throws Exception {
    try (CallIndexWriter writer = CallIndexWriter.open(folder)) {
      for (CallRecord record : RECORDS) {
        writer.put(record, "1");
      }
      writer.commit();
    }
    index = CallIndex.open(folder);
  }

  @Test
  void aFormThatNoCallHasIsAMistakeWithItsPlaceAndTheNearestNames() throws Exception {
    try (CallSearcher searcher = index.searcher()) {
      QuerySyntaxException form = refused(searcher, "refund score.curtesy<60");
      assertThat(form).hasMessage("no call has the form 'curtesy'");
      assertThat(form.position()).isEqualTo("refund score.".length());
      assertThat(form.hint()).startsWith("The forms, nearest first: courtesy");
      assertThat(refused(searcher, "NOT (version.nope:1)")).hasMessageContaining("'nope'");
      QuerySyntaxException question = refused(searcher, "answer.greting:NO");
      assertThat(question).hasMessage("no call has the question 'greting'");
      assertThat(question.hint()).contains(": greeting");
      assertThat(refused(searcher, "talk_seconds.agnet>5").hint())
          .startsWith("The roles, nearest first: agent, ");
    }
  }

  private static QuerySyntaxException refused(CallSearcher searcher, String query) {
    return catchThrowableOfType(QuerySyntaxException.class, () -> searcher.parse(query));
  }

  @Test
  void whatTheCallsHaveCanBeAskedWhetherOrNotACallIsFound() throws Exception {
    try (CallSearcher searcher = index.searcher()) {
      for (String query :
          List.of(
              "score.courtesy<0",
              "version.courtesy:99",
              "answer.greeting:NA",
              "talk_seconds.announcement>900",
              "team:nowhere")) {
        assertThat(searcher.parse(query)).as(query).isEqualTo(QueryParser.parse(query));
      }
    }
  }

  @Test
  void anOrderByAFormThatNoCallHasIsRefused() throws Exception {
    try (CallSearcher searcher = index.searcher()) {
      searcher.check(Sorting.lowest("courtesy"));
      assertThatThrownBy(() -> searcher.check(Sorting.lowest("curtesy")))
          .isInstanceOf(SearchException.class)
          .hasMessageContaining("cannot sort by 'score.curtesy'")
          .hasMessageContaining("courtesy");
    }
  }

  @Test
  void anIndexWithoutCallsOrWithoutScorecardsTakesAnyName(@TempDir Path other) throws Exception {
    try (CallIndexWriter writer = CallIndexWriter.open(other)) {
      writer.commit();
      try (CallIndex empty = CallIndex.open(other);
          CallSearcher searcher = empty.searcher()) {
        searcher.check("score.nope<60 answer.nope:NO", Sorting.lowest("nope"));
        assertThat(searcher.calls()).isZero();
      }
      writer.put(SampleCalls.call("unscored", "hello"), "1");
      writer.commit();
      try (CallIndex unscored = CallIndex.open(other);
          CallSearcher searcher = unscored.searcher()) {
        searcher.check("score.nope<60 answer.nope:NO", Sorting.lowest("nope"));
        assertThat(searcher.calls()).isEqualTo(1);
      }
    }
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  /** A server thread that never comes back is what a stranger's query must not cost. */
  @Test
  @Timeout(30)
  void theDeepestQueriesThatAreReadAreAnswered() throws Exception {
    for (String query :
        List.of(
            "refund NEAR/9 ".repeat(59) + "delay",
            "refund NOT IN ".repeat(59) + "delay",
            "refund" + " @first 90s".repeat(59),
            "(".repeat(59) + "refund" + ")".repeat(59),
            "(refund NEAR/20 ".repeat(29) + "delay" + ")".repeat(29),
            "refund THEN ".repeat(900) + "delay")) {
      try (CallSearcher searcher = index.searcher()) {
        assertThat(searcher.search(request(query)).total()).as(query).isNotNegative();
      }
    }
  }

  @Test
  void facetsCountEveryCallThatMatches() throws Exception {
    try (CallSearcher searcher = index.searcher()) {
      Facets facets = searcher.facets(request("complaint:true").page(0, 1));
      List<CallRecord> matching =
          RECORDS.stream().filter(r -> Boolean.TRUE.equals(r.facts().complaint())).toList();
      assertThat(facets.total()).isEqualTo(matching.size());
      Map<String, Long> teams =
          matching.stream()
              .collect(
                  Collectors.groupingBy(
                      r -> String.valueOf(r.metadata().team()).toLowerCase(java.util.Locale.ROOT),
                      TreeMap::new,
                      Collectors.counting()));
      assertThat(facets.of("team").counts())
          .extracting(Facets.Count::value, Facets.Count::calls)
          .containsExactlyInAnyOrderElementsOf(
              teams.entrySet().stream()
                  .map(e -> org.assertj.core.groups.Tuple.tuple(e.getKey(), e.getValue()))
                  .toList());
      assertThat(facets.of("date").counts().stream().mapToLong(Facets.Count::calls).sum())
          .isEqualTo(matching.size());
    }
  }

  @Test
  void theQueryOfACountFindsAsManyCalls() throws Exception {
    try (CallSearcher searcher = index.searcher()) {
      Facets facets = searcher.facets(request("*"));
      assertThat(facets.facets())
          .extracting(Facets.Facet::field)
          .contains("agent_id", "answer.greeting", "call_type", "date", "score.courtesy", "week");
      for (Facets.Facet facet : facets.facets()) {
        assertThat(facet.counts()).isNotEmpty();
        for (Facets.Count count : facet.counts()) {
          assertThat(searcher.search(request(count.query())).total())
              .as(count.query())
              .isEqualTo(count.calls());
        }
      }
    }
  }

  @Test
  void rowsTellOfEveryCallThatMatchesWhatItsRecordTells() throws Exception {
    try (CallSearcher searcher = index.searcher()) {
      for (String query : List.of("*", "refund", "complaint:true", "team:south")) {
        Map<String, CallFields> rows = new TreeMap<>();
        searcher
            .rows(
                request(query),
                field -> true,
                row -> Optional.of(Map.entry(row.callId(), fields(row))))
            .forEach(row -> rows.put(row.getKey(), row.getValue()));
        List<String> hits =
            searcher.search(request(query).page(0, 1000)).hits().stream()
                .map(SearchHit::callId)
                .toList();
        assertThat(rows.keySet()).as(query).isNotEmpty().containsExactlyInAnyOrderElementsOf(hits);
        for (CallRecord record : RECORDS) {
          if (rows.containsKey(record.callId())) {
            assertThat(rows.get(record.callId())).isEqualTo(CallFields.of(record));
          }
        }
      }
      assertThat(searcher.rows(request("*"), f -> false, row -> Optional.of(fields(row))))
          .hasSize(RECORDS.size())
          .allMatch(fields -> fields.texts().isEmpty() && fields.numbers().isEmpty());
    }
  }

  private static CallFields fields(CallRow row) {
    Map<String, String> texts = new TreeMap<>();
    Map<String, Double> numbers = new TreeMap<>();
    row.texts(texts::put);
    row.numbers(numbers::put);
    return new CallFields(texts, numbers);
  }

  @Test
  void pagesInAnyOrderHoldEveryCallOnce() throws Exception {
    for (String order : List.of("relevance", "newest", "oldest", "longest", "score.courtesy")) {
      List<String> paged = new ArrayList<>();
      for (int offset = 0; offset < RECORDS.size(); offset += 17) {
        index
            .search(request("*").sorted(Sorting.parse(order)).page(offset, 17))
            .hits()
            .forEach(h -> paged.add(h.callId()));
      }
      assertThat(paged).hasSize(RECORDS.size()).doesNotHaveDuplicates();
      List<String> whole =
          index.search(request("*").sorted(Sorting.parse(order)).page(0, 1000)).hits().stream()
              .map(SearchHit::callId)
              .toList();
      assertThat(paged).isEqualTo(whole);
    }
  }

  @Test
  void ordersAreWhatTheySay() throws Exception {
    List<SearchHit> newest = hits("newest");
    List<SearchHit> oldest = hits("oldest");
    List<Double> scores =
        hits("score.courtesy").stream()
            .map(h -> h.summary().fields().numbers().get("score.courtesy"))
            .filter(java.util.Objects::nonNull)
            .toList();
    List<Double> lengths =
        hits("longest").stream().map(h -> h.summary().fields().numbers().get("duration")).toList();
    assertThat(newest)
        .isSortedAccordingTo(
            java.util.Comparator.comparing((SearchHit h) -> h.summary().startedAt().toInstant())
                .reversed());
    assertThat(oldest)
        .isSortedAccordingTo(
            java.util.Comparator.comparing((SearchHit h) -> h.summary().startedAt().toInstant()));
    assertThat(scores).isSorted().isNotEmpty();
    assertThat(lengths).isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void callsOutsideTheScopeAreUnknownToEverything() throws Exception {
    Query scope = QueryParser.parse("NOT team:south");
    try (CallSearcher searcher = index.searcher()) {
      SearchRequest request = request("invoice").within(scope);
      assertThat(searcher.search(request("invoice")).total()).isEqualTo(3);
      assertThat(searcher.search(request).total()).isEqualTo(2);
      assertThat(searcher.facets(request).total()).isEqualTo(2);
      assertThat(searcher.facets(request).of("team").counts())
          .extracting(Facets.Count::value)
          .containsExactly("north");
      assertThat(searcher.suggest(request("zanzibra"), 3))
          .extracting(Suggestion::instead)
          .containsExactly("zanzibar");
      assertThat(searcher.suggest(request("zanzibra").within(scope), 3)).isEmpty();
      assertThat(searcher.similar("bill", new Query.All(), 5).hits())
          .extracting(SearchHit::callId)
          .containsExactlyInAnyOrder("built", "hidden");
      assertThat(searcher.similar("bill", scope, 5).hits())
          .extracting(SearchHit::callId)
          .containsExactly("built");
      assertThat(searcher.similar("hidden", scope, 5).hits()).isEmpty();
    }
  }

  @Test
  void theScopesOwnWordsAreNotShown() throws Exception {
    SearchHit hit =
        index.search(request("broadband").within(QueryParser.parse("zanzibar"))).hits().get(0);
    assertThat(hit.matches().get(0).positions()).containsExactly(3);
  }

  @Test
  void wordsAreSuggestedWithTheQueryTheyMake() throws Exception {
    try (CallSearcher searcher = index.searcher()) {
      assertThat(searcher.suggest(request("agent:\"anothr invoice\" refund"), 1))
          .singleElement()
          .satisfies(
              s -> {
                assertThat(s.word()).isEqualTo("anothr");
                assertThat(s.query()).isEqualTo("(agent:\"another invoice\") AND refund");
              });
      assertThat(searcher.suggest(request("refund NOT anothr"), 3)).isEmpty();
    }
  }

  @Test
  void wordsFoundBySoundAloneAreMarked() throws Exception {
    SearchHit hit = index.search(request("~brodband team:south")).hits().get(0);
    assertThat(hit.matches().get(0).positions()).contains(3);
    assertThat(hit.matches().get(0).bySound()).hasSize(1);
    assertThat(index.search(request("broadband")).hits())
        .allSatisfy(h -> assertThat(h.matches().get(0).bySound()).isEmpty());
  }

  private static List<SearchHit> hits(String order) throws Exception {
    return index.search(request("*").sorted(Sorting.parse(order)).page(0, 1000)).hits();
  }

  private static SearchRequest request(String query) throws Exception {
    return SearchRequest.of(QueryParser.parse(query));
  }
}
