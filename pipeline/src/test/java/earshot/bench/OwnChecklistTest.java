package earshot.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Scorecard;
import earshot.command.RescoreCommand;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.pipeline.Copies;
import earshot.pipeline.EarshotPipeline;
import earshot.pipeline.Transcripts;
import earshot.score.Checklists;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A customer's own question, from the file to the score. */
class OwnChecklistTest {
  private static final int CALLS = 31;

  private static final String FORM =
      """
      form: visits
      version: %d
      title: Visits
      gate: {recognised: 0.5, confidence: 0.66, evidence: 0.4, doubtful: 0.4}
      counts-from: 0.85
      sections:
        - title: All
          questions:
            - id: sends-somebody
              text: Does the agent send somebody?
              help: An engineer or technician is promised.
              weight: 5
              find: '#sends-somebody'
              by: agent
              'yes': The agent sends somebody.
              'no': Nobody is sent.
      """;

  private static final String FAMILY =
      """
      families:
        sends-somebody:
          means: somebody is sent
          find:
            - find: '"(send|sending) (you|) (an engineer|a technician)"'
              like: I will send an engineer
      """;

  @TempDir static Path shared;
  private static DataFolder scored;

  @TempDir Path folder;
  private DataFolder data;

  @BeforeAll
  static void score() throws Exception {
    scored = new DataFolder(shared.resolve("data"));
    write(scored, "forms/visits.yaml", FORM.formatted(1));
    write(scored, "languages/en/visits.yaml", FAMILY);
    score(scored, CALLS);
  }

  @BeforeEach
  void copied() throws IOException {
    data = Copies.of(scored, folder.resolve("data"));
  }

  private void empty() throws IOException {
    data = new DataFolder(folder.resolve("empty"));
    write("forms/visits.yaml", FORM.formatted(1));
    write("languages/en/visits.yaml", FAMILY);
  }

  private Path write(String name, String text) throws IOException {
    return write(data, name, text);
  }

  private static Path write(DataFolder data, String name, String text) throws IOException {
    Path file = data.root().resolve("checklists").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  private static void score(DataFolder data, int calls) throws Exception {
    Path inputs = shared.resolve("in");
    for (int i = 0; i < calls; i++) {
      Transcripts.write(inputs, "v" + i, "My tap drips since Monday, number " + i + ".");
    }
    EarshotPipeline.transcripts(Transcripts.settings(data.root(), false, inputs), progress -> {});
  }

  private Scorecard card() throws IOException {
    CallStore store = new CallStore(data);
    CallRecord call = store.read(store.files().get(0));
    return call.scorecards().stream().filter(c -> c.form().equals("visits")).findFirst().get();
  }

  private String bench(String input, String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of(
                "--data",
                data.root().toString(),
                "--form",
                "visits",
                "--question",
                "sends-somebody"));
    arguments.addAll(List.of(more));
    return ran(new BenchCommand(), input, arguments);
  }

  private static String ran(Object command, String input, List<String> arguments) {
    InputStream in = System.in;
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThat(new CommandLine(command).execute(arguments.toArray(String[]::new))).isZero();
    } finally {
      System.setIn(in);
      System.setOut(out);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aQuestionOfOnesOwnIsReportedOnlyUntilMarksConfirmItAndThenCounts() throws Exception {
    Answer shown = card().answers().get(0);
    assertThat(shown.answer()).isEqualTo(AnswerValue.YES);
    assertThat(shown.reportOnly()).isTrue();
    assertThat(card().score()).isNull();

    assertThat(bench("f\nw\n"))
        .contains("Hit 1 of 30")
        .contains("{send an engineer}")
        .contains("report only")
        .contains("1 in a wrong sense");
    assertThat(bench("t\n".repeat(28)))
        .contains("93.3 %, 78.7 to 98.2 % at 95 %, n 30")
        .contains("report only");
    assertThat(bench("s\nt\n")).contains("Hit 1 of 1 ").contains("n 30");
  }

  @Test
  void thirtyTrueMarksMakeItCountAfterARescore() throws Exception {
    assertThat(bench("t\n".repeat(30))).contains("counts: 88.6 % or more");
    assertThat(bench("q\n")).contains("Hit 1 of 1 ");

    String told = ran(new RescoreCommand(), "", List.of("--data", data.root().toString()));

    assertThat(told).contains("YES* -> YES");
    assertThat(card().score()).isEqualTo(100.0);
    assertThat(card().answers().get(0).weight()).isEqualTo(5);
    assertThat(Files.readString(data.workbench().resolve("bench/visits.sends-somebody.jsonl")))
        .contains("\"mark\":\"true\"", "\"version\":1", "\"rule\":", "\"who\":", "\"at\":")
        .doesNotContain("engineer");
  }

  @Test
  void aChangedRuleIsAskedAnewAndReportedOnlyAgain() throws Exception {
    bench("t\n".repeat(30));
    write("languages/en/visits.yaml", FAMILY.replace("(send|sending)", "(send|sending|sent)"));

    assertThat(bench("q\n")).contains("Hit 1 of 30").contains("report only");
  }

  @Test
  void theSameSeedDrawsTheSameAndAnotherOneDoesNot() throws Exception {
    assertThat(bench("", "--list", "--limit", "5"))
        .isEqualTo(bench("", "--list", "--limit", "5"))
        .isNotEqualTo(bench("", "--list", "--limit", "5", "--seed", "2"));
    assertThat(data.workbench().resolve("bench")).doesNotExist();
  }

  @Test
  void aFormThatHasScoredACallIsNotChangedUnderItsVersion() throws Exception {
    String changed = FORM.replace("weight: 5", "weight: 7");
    Path file = write("forms/visits.yaml", changed.formatted(1));

    assertThatThrownBy(() -> Checklists.of(data))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ":2: version 1 of the form 'visits' has scored calls")
        .hasMessageContaining("raise its version to 2");
    assertThatThrownBy(() -> score(data, CALLS + 1)).hasMessageContaining("raise its version to 2");

    write("forms/visits.yaml", changed.formatted(2));
    assertThat(Checklists.of(data).scorer().forms()).hasSize(4);
    write("forms/visits.yaml", "# a comment is no change\n" + FORM.formatted(1));
    assertThat(Checklists.of(data).scorer().forms()).hasSize(4);
  }

  @Test
  void aFormThatHasScoredNothingMayChange() throws Exception {
    empty();
    Checklists.of(data);
    write("forms/visits.yaml", FORM.replace("weight: 5", "weight: 7").formatted(1));
    assertThat(Checklists.of(data).scorer().reportOnly())
        .contains("visits/sends-somebody/en")
        .noneMatch(q -> !q.startsWith("visits/"));
  }

  @Test
  void aFamilyThatShipsIsReplacedByOnesOwnAndItsQuestionIsReportedOnly() throws Exception {
    write(
        "languages/en/ours.yaml",
        "families:\n  calm-down:\n    means: own\n    find:\n      - '\"take it easy\"'\n");
    assertThat(Checklists.of(data).scorer().reportOnly())
        .contains("courtesy/no-calm-down/en")
        .doesNotContain("courtesy/no-calm-down/el", "courtesy/greeting/en");
  }

  @Test
  void whatIsWrongInAFormOrPackIsNamedWithFileAndLine() throws Exception {
    empty();
    Path form =
        write("forms/visits.yaml", FORM.formatted(1).replace("#sends-somebody", "#sends-anybody"));
    assertThatThrownBy(() -> Checklists.of(data))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(form + ":13: there is no phrase family 'sends-anybody'");
    write("forms/visits.yaml", FORM.formatted(1).replace("sends-somebody\n", "greeting\n"));
    assertThatThrownBy(() -> Checklists.of(data)).hasMessageContaining("'greeting' is also in");
    write("forms/visits.yaml", FORM.formatted(1));
    Path pack = write("languages/en/visits.yaml", FAMILY.replace("\"(send", "(send"));
    assertThatThrownBy(() -> Checklists.of(data)).hasMessageStartingWith(pack + ":5: ");
    write("languages/en/visits.yaml", FAMILY);
    write("forms/another.yaml", FORM.formatted(1));
    assertThatThrownBy(() -> Checklists.of(data)).hasMessageContaining("'visits' is also in");
  }
}
