package earshot.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Scorecard;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.data.PersonAnswers;
import earshot.score.Checklists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RescoreTest {
  private static final List<String> SAID =
      List.of(
          "My tap drips since Monday.",
          "I want a refund, this is a scandal.",
          "my card is four two four two four two four two four two four two four two four two",
          "I called before about this, twice.");

  @TempDir static Path shared;
  private static DataFolder scored;

  @TempDir Path temporary;
  private DataFolder folder;

  @BeforeAll
  static void score() throws Exception {
    Path inputs = shared.resolve("in");
    for (int i = 0; i < SAID.size(); i++) {
      Transcripts.write(inputs, "w" + i, SAID.get(i));
    }
    scored = new DataFolder(shared.resolve("data"));
    EarshotPipeline.transcripts(Transcripts.settings(scored.root(), false, inputs), progress -> {});
  }

  @BeforeEach
  void copied() throws Exception {
    folder = Copies.of(scored, temporary.resolve("data"));
  }

  private Rescore rescore(String form) throws IOException {
    return new Rescore(folder, Checklists.of(folder), PersonAnswers.load(folder), form);
  }

  private static Map<Path, byte[]> contents(DataFolder folder) throws IOException {
    Map<Path, byte[]> contents = new TreeMap<>();
    for (Path file : new CallStore(folder).files()) {
      contents.put(folder.calls().relativize(file), Files.readAllBytes(file));
    }
    return contents;
  }

  private List<CallRecord> records() throws IOException {
    List<CallRecord> records = new ArrayList<>();
    CallStore store = new CallStore(folder);
    for (Path file : store.files()) {
      records.add(store.read(file));
    }
    return records;
  }

  /** As if rules of earlier days had answered: other rules, each YES a NO. */
  private static Scorecard earlier(Scorecard card) {
    List<Answer> answers = new ArrayList<>();
    for (Answer a : card.answers()) {
      answers.add(
          a.answer() != AnswerValue.YES
              ? a
              : new Answer(
                  a.question(),
                  AnswerValue.NO,
                  a.layer(),
                  a.confidence(),
                  a.reason(),
                  a.evidence(),
                  a.searched(),
                  a.nearMiss()));
    }
    return new Scorecard(
        card.form(), card.version(), "earlier", 10.0, card.coverage(), false, answers);
  }

  private void age(DataFolder data) throws IOException {
    CallStore store = new CallStore(data);
    for (Path file : store.files()) {
      CallRecord call = store.read(file);
      store.write(
          call.withScores(
              call.facts(),
              call.scorecards().stream().map(RescoreTest::earlier).toList(),
              call.history()));
    }
  }

  @Test
  void sameRulesChangeNothingAndWriteNothing() throws Exception {
    FileTime longAgo = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    List<Path> files = new CallStore(folder).files();
    for (Path file : files) {
      Files.setLastModifiedTime(file, longAgo);
    }

    Rescore.Result result = rescore(null).apply(2);

    assertThat(result.calls()).isEqualTo(SAID.size());
    assertThat(result.changes()).isEmpty();
    for (Path file : files) {
      assertThat(Files.getLastModifiedTime(file)).as(file.toString()).isEqualTo(longAgo);
    }
  }

  @Test
  void whatIsReplacedIsKeptInTheHistory() throws Exception {
    List<CallRecord> before = records();
    age(folder);
    List<CallRecord> aged = records();

    Rescore.Result result = rescore(null).apply(2);

    assertThat(result.changedCalls()).isEqualTo(SAID.size());
    List<CallRecord> after = records();
    for (int i = 0; i < SAID.size(); i++) {
      assertThat(after.get(i).scorecards()).isEqualTo(before.get(i).scorecards());
      assertThat(after.get(i).history()).isEqualTo(aged.get(i).scorecards());
    }
    assertThat(rescore(null).apply(2).changes()).isEmpty();
    assertThat(records()).isEqualTo(after);
  }

  @Test
  void oneFormLeavesTheOthersAsTheyWere() throws Exception {
    age(folder);
    List<CallRecord> aged = records();

    Rescore.Result result = rescore("courtesy").apply(2);

    assertThat(result.changes()).isNotEmpty().allMatch(c -> c.form().equals("courtesy"));
    List<CallRecord> after = records();
    for (int i = 0; i < SAID.size(); i++) {
      assertThat(others(after.get(i))).isEqualTo(others(aged.get(i)));
      assertThat(after.get(i).history())
          .singleElement()
          .satisfies(card -> assertThat(card.form()).isEqualTo("courtesy"));
    }
  }

  private static List<Scorecard> others(CallRecord call) {
    return call.scorecards().stream().filter(c -> !c.form().equals("courtesy")).toList();
  }

  @Test
  void comparingWritesNothingAndTellsWhatApplyingDoes() throws Exception {
    age(folder);
    Map<Path, byte[]> aged = contents(folder);

    Rescore.Result compared = rescore(null).compare(2);

    assertThat(contents(folder)).usingRecursiveComparison().isEqualTo(aged);
    assertThat(compared).isEqualTo(rescore(null).apply(2));
  }

  @Test
  void whatPeopleAnsweredIsToldAndStays() throws Exception {
    CallRecord call = records().get(0);
    age(folder);
    Answer answer =
        call.scorecards().get(0).answers().stream()
            .filter(a -> a.answer() == AnswerValue.YES)
            .findFirst()
            .orElseThrow();
    PersonAnswers.publish(
        folder,
        call.callId(),
        List.of(
            new PersonAnswers.PersonAnswer(
                "courtesy",
                answer.question(),
                AnswerValue.NO,
                "ann",
                Instant.parse("2026-10-09T10:00:00Z"),
                "Heard otherwise.")));

    Rescore.Result result = rescore(null).compare(1);

    assertThat(result.changes())
        .filteredOn(c -> c.person() != null)
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.callId()).isEqualTo(call.callId());
              assertThat(c.question()).isEqualTo(answer.question());
              assertThat(c.after()).isEqualTo("YES");
              assertThat(c.person()).isEqualTo("NO");
            });
    assertThat(result.scores()).isNotEmpty();
  }

  @Test
  void theNumberOfWorkersDoesNotMatter() throws Exception {
    age(folder);
    Map<Path, byte[]> aged = contents(folder);
    List<Map<Path, byte[]>> results = new ArrayList<>();
    List<Rescore.Result> told = new ArrayList<>();
    for (int workers : new int[] {1, 2, 4}) {
      for (Map.Entry<Path, byte[]> file : aged.entrySet()) {
        Files.write(folder.calls().resolve(file.getKey()), file.getValue());
      }
      told.add(rescore(null).apply(workers));
      results.add(contents(folder));
    }

    assertThat(told).containsOnly(told.get(0));
    assertThat(results.get(1)).usingRecursiveComparison().isEqualTo(results.get(0));
    assertThat(results.get(2)).usingRecursiveComparison().isEqualTo(results.get(0));
    assertThat(results.get(0)).isNotEqualTo(aged);
  }
}
