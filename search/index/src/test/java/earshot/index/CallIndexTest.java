package earshot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.data.CallLedger;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.query.Query;
import earshot.query.QueryParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallIndexTest {
  @TempDir Path folder;

  @Test
  void aNewIndexOpensBeforeAnythingIsPut() throws Exception {
    try (CallIndexWriter writer = CallIndexWriter.open(folder);
        CallIndex index = CallIndex.open(folder)) {
      assertThat(index.search(new Query.All(), 20).total()).isZero();
      writer.put(SampleCalls.call("c1", "hello there"), "1");
      assertThat(index.calls()).isZero();
      writer.commit();
      assertThat(index.calls()).isEqualTo(1);
    }
  }

  @Test
  void puttingACallAgainReplacesIt() throws Exception {
    write(SampleCalls.call("c1", "hello there"), SampleCalls.call("c1", "good bye"));
    assertThat(found("hello")).isEmpty();
    assertThat(found("bye")).containsExactly("c1");
    assertThat(found("*")).containsExactly("c1");
  }

  @Test
  void theJsonIsTheContracts() throws Exception {
    write(SampleCalls.call("c1", "hello there", "I want a refund please, a refund"));
    try (CallIndex index = CallIndex.open(folder)) {
      SearchResult result = index.search(QueryParser.parse("refunds"), 20);
      assertThat(CallJson.mapper().writeValueAsString(result))
          .isEqualTo(
              "{\"total\":1,\"hits\":[{\"call_id\":\"c1\",\"matches\":[{\"role\":\"customer\","
                  + "\"start\":10.0,\"end\":17.0,\"text\":\"I want a refund please, a refund\","
                  + "\"words\":[[13.0,13.4],[16.0,16.4]]}]}]}");
    }
  }

  @Test
  void moreFindsComeFirstAndOfEqualOnesTheNewest() throws Exception {
    write(
        SampleCalls.call("older", "refund \"a\""),
        SampleCalls.later("newer", 2, "refund \"a\""),
        SampleCalls.later("often", 1, "refund refund refund"));
    assertThat(found("refund")).containsExactly("often", "newer", "older");
    assertThat(found("team:north")).containsExactly("newer", "often", "older");
  }

  @Test
  void theLimitCountsCallsAndTheTotalAllOfThem() throws Exception {
    write(
        IntStream.range(0, 30)
            .mapToObj(i -> SampleCalls.call("c" + i, "refund"))
            .toArray(CallRecord[]::new));
    try (CallIndex index = CallIndex.open(folder)) {
      SearchResult result = index.search(QueryParser.parse("refund"), 7);
      assertThat(result.total()).isEqualTo(30);
      assertThat(result.hits()).hasSize(7);
      assertThat(index.search(QueryParser.parse("refund"), 0).hits()).isEmpty();
      assertThat(index.search(QueryParser.parse("refund"), 0).total()).isEqualTo(30);
    }
  }

  @Test
  void familiesWorkInSearch() throws Exception {
    write(SampleCalls.call("c1", "good morning"), SampleCalls.call("c2", "refund"));
    try (CallIndex index = CallIndex.open(folder)) {
      Map<String, Query> families =
          Map.of("greeting", QueryParser.parse("hello OR \"good morning\""));
      assertThat(index.search(QueryParser.parse("#greeting"), 5, families).total()).isEqualTo(1);
      assertThatThrownBy(() -> index.search(QueryParser.parse("#greeting"), 5))
          .hasMessageContaining("no phrase family 'greeting'");
    }
  }

  @Test
  void erasedWordsAreInNoFileOfTheIndex() throws Exception {
    try (CallIndexWriter writer = CallIndexWriter.open(folder)) {
      for (int i = 0; i < 200; i++) {
        writer.put(SampleCalls.call("c" + i, "hello there again"), "1");
      }
      writer.put(SampleCalls.call("secret", "zanzibarwort"), "1");
      writer.commit();
      assertThat(filesWith("zanzibarwort")).isNotEmpty();
      writer.erase(List.of("secret"));
      assertThat(filesWith("zanzibarwort")).isEmpty();
    }
    assertThat(found("hello")).hasSize(20);
  }

  @Test
  void whatWasNotCommittedIsGoneAfterClosing() throws Exception {
    try (CallIndexWriter writer = CallIndexWriter.open(folder)) {
      writer.put(SampleCalls.call("c1", "hello"), "1");
    }
    assertThat(found("*")).isEmpty();
  }

  @Test
  void aSecondWriterIsRefused() throws Exception {
    try (CallIndexWriter writer = CallIndexWriter.open(folder)) {
      assertThat(writer.stamps()).isEmpty();
      assertThatThrownBy(() -> CallIndexWriter.open(folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("another process");
    }
  }

  @Test
  void aMissingIndexIsNamed() {
    assertThatThrownBy(() -> CallIndex.open(folder.resolve("none")))
        .isInstanceOf(NoIndexException.class)
        .hasMessageContaining(folder.resolve("none").toString())
        .hasMessageContaining("rebuild");
    assertThatThrownBy(() -> CallIndex.open(folder)).isInstanceOf(NoIndexException.class);
  }

  @Test
  void syncWritesWhatChangedAndRemovesWhatIsGone() throws Exception {
    DataFolder data = new DataFolder(folder);
    CallStore store = new CallStore(data);
    Path first = store.write(SampleCalls.call("c1", "hello"));
    store.write(SampleCalls.call("c2", "hello"));
    IndexSync sync = new IndexSync(data);
    try (CallIndexWriter writer = CallIndexWriter.open(data.index())) {
      assertThat(sync.sync(writer)).isEqualTo(new IndexSync.Outcome(2, 0, 0));
      assertThat(sync.sync(writer)).isEqualTo(new IndexSync.Outcome(0, 0, 2));
      store.write(SampleCalls.call("c2", "hello again and again"));
      Files.delete(first);
      assertThat(sync.sync(writer)).isEqualTo(new IndexSync.Outcome(1, 1, 0));
    }
    try (CallIndex index = CallIndex.open(data.index())) {
      assertThat(index.stamps()).containsOnlyKeys("c2");
      assertThat(index.search(QueryParser.parse("again"), 5).total()).isEqualTo(1);
    }
  }

  @Test
  void queriesThatWouldCostTooMuchAreRefusedWithAdvice() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2100; i++) {
      text.append(" za").append(i);
    }
    write(SampleCalls.call("c1", text.toString().strip()));
    try (CallIndex index = CallIndex.open(folder)) {
      assertThat(index.search(QueryParser.parse("za*"), 5).total()).isEqualTo(1);
      String many = text.toString().strip().replace(" ", " OR ");
      assertThatThrownBy(() -> index.search(QueryParser.parse(many), 5))
          .isInstanceOf(SearchException.class)
          .hasMessageContaining("search in parts");
      assertThatThrownBy(() -> index.search(QueryParser.parse("za* THEN za*"), 5))
          .isInstanceOf(SearchException.class)
          .hasMessageContaining("more of its letters");
    }
  }

  @Test
  void aSearchThatRunsOutOfTimeIsGivenUpWithAdvice() throws Exception {
    write(SampleCalls.call("c1", "one two three"));
    try (CallIndex index = new CallIndex(FSDirectory.open(folder), Duration.ZERO)) {
      assertThatThrownBy(() -> index.search(QueryParser.parse("one THEN three"), 5))
          .isInstanceOf(SearchException.class)
          .hasMessageContaining("given up")
          .hasMessageContaining("date:");
    }
  }

  @Test
  void wordsAreStemmedByTheLanguageOfTheCall() throws Exception {
    write(
        SampleCalls.call("en", "the charges"),
        SampleCalls.inLanguage("no", "no", "fakturaen er betalt"),
        SampleCalls.inLanguage("vi", "vi", "em ch\u00e0o b\u1ea1n"));
    assertThat(found("charge")).containsExactly("en");
    assertThat(found("faktura")).containsExactly("no");
    assertThat(found("ban")).containsExactly("vi");
    assertThat(found("b\u1ea3n")).isEmpty();
    assertThat(found("charge OR faktura OR ban")).hasSize(3);
  }

  private void write(CallRecord... records) throws IOException {
    try (CallIndexWriter writer = CallIndexWriter.open(folder)) {
      for (CallRecord record : records) {
        writer.put(record, "1");
      }
      writer.commit();
    }
  }

  private List<String> found(String query) throws Exception {
    try (CallIndex index = CallIndex.open(folder)) {
      return index.search(QueryParser.parse(query), 20).hits().stream()
          .map(SearchHit::callId)
          .toList();
    }
  }

  private List<String> filesWith(String word) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(
              f -> {
                try {
                  return Files.readString(f, StandardCharsets.ISO_8859_1).contains(word);
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              })
          .map(f -> f.getFileName().toString())
          .collect(Collectors.toList());
    }
  }

  @Test
  void aCheckOnlyReadsAndNeedsNoLock(@TempDir Path data) throws Exception {
    DataFolder checked = new DataFolder(data);
    CallLedger nothing = CallLedger.of(List.of());
    try (CallIndexWriter writer = CallIndexWriter.open(checked.index())) {
      writer.put(SampleCalls.call("c1", "hello"), "1");
      writer.commit();
      assertThat(IndexCheck.problems(checked, nothing))
          .as("while somebody else holds the lock")
          .containsExactly("index: call c1 has no record");
    }
    Path lock = checked.index().resolve("write.lock");
    Files.deleteIfExists(lock);
    assertThat(IndexCheck.problems(checked, nothing)).hasSize(1);
    assertThat(lock).doesNotExist();
  }

  @Test
  void aDamagedIndexIsStillFoundOut(@TempDir Path data) throws Exception {
    DataFolder damaged = new DataFolder(data);
    try (CallIndexWriter writer = CallIndexWriter.open(damaged.index())) {
      writer.put(SampleCalls.call("c1", "hello"), "1");
      writer.commit();
    }
    try (Stream<Path> files = Files.list(damaged.index())) {
      Path segment = files.filter(f -> f.toString().endsWith(".cfs")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(segment);
      bytes[bytes.length / 2] ^= 1;
      Files.write(segment, bytes);
    }
    assertThat(IndexCheck.problems(damaged, CallLedger.of(List.of())))
        .singleElement()
        .asString()
        .contains("damaged");
  }
}
