package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.data.CallLedger;
import earshot.data.DataFolder;
import earshot.data.Quarantine;
import earshot.data.QuarantineEntry;
import earshot.data.WriterLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command line in this process: exit codes, and what is said to whom. */
@Timeout(120)
class CommandsTest {
  private static final Path SAMPLES = Path.of(System.getProperty("earshot.home"), "samples");
  private static final String MODELS = "earshot.models";

  @TempDir Path temporary;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();
  private final PrintStream before = System.out;
  private Path inputs;
  private Path data;

  @BeforeEach
  void captured() throws IOException {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setProperty(MODELS, temporary.resolve("no-models").toString());
    inputs = Files.createDirectories(temporary.resolve("in"));
    data = temporary.resolve("data");
  }

  @AfterEach
  void restored() {
    System.setOut(before);
    System.clearProperty(MODELS);
  }

  private int earshot(Object... arguments) {
    out.reset();
    err.getBuffer().setLength(0);
    return EarshotCommand.commandLine()
        .setOut(new PrintWriter(System.out, true))
        .setErr(new PrintWriter(err, true))
        .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private Path transcript(String id) throws IOException {
    return Files.writeString(
        inputs.resolve(id + ".json"),
        """
        {"call_id": "%s", "language": "en", "start_time": "2026-10-01T09:00:00Z", "agent_id": "A7",
         "turns": [
           {"role": "agent", "start": 0.5, "end": 12.0,
            "text": "Good morning, Pelham Water, this is Ruth, how can I help you today?"},
           {"role": "customer", "start": 12.5, "end": 20.0, "text": "I want a refund, please."},
           {"role": "agent", "start": 20.5, "end": 26.0, "text": "Of course. Thank you, goodbye."}]}
        """
            .formatted(id));
  }

  private int score(Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("score", "--transcripts", inputs, "--data", data));
    arguments.addAll(List.of(more));
    return earshot(arguments.toArray());
  }

  @Test
  void whatIsDoneIsZero() throws Exception {
    transcript("w1");
    transcript("w2");

    assertThat(score()).isZero();
    assertThat(said()).contains("2 transcripts found: 2 done now");
    assertThat(score("--strict")).isZero();
    assertThat(said()).contains("0 done now, 2 done before", "Nothing new");
    assertThat(earshot("search", "--data", data, "customer: refund")).isZero();
    assertThat(said()).contains("w1", "w2");
    assertThat(earshot("report", "--data", data, "--by", "agent")).isZero();
    assertThat(earshot("rescore", "--data", data, "--dry-run")).isZero();
    assertThat(said()).contains("2 calls looked at, 0 with other answers");
    assertThat(earshot("rebuild", "--data", data)).isZero();
    assertThat(said()).contains("index: 2 calls", "tables: 1 days");
    assertThat(earshot("erase", "--data", data, "w1")).isZero();
    assertThat(said()).contains("1 call erased");
    assertThat(earshot("verify", "--data", data)).isZero();
    assertThat(said()).contains("1 calls, 0 quarantined", "clean");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void quarantineIsZeroAndThreeWhereItIsStrict() throws Exception {
    transcript("w1");
    Files.writeString(inputs.resolve("broken.json"), "{");

    assertThat(score()).isZero();
    assertThat(said()).contains("1 done now", "1 quarantined", "--retry");
    assertThat(score("--strict")).isEqualTo(3);
  }

  @Test
  void anInputThatIsNotThereIsOneAndNamed() {
    assertThat(earshot("run", "--input", temporary.resolve("nowhere"), "--data", data))
        .isEqualTo(1);
    assertThat(err.toString()).startsWith("earshot: ").contains("nowhere").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tape://vault/1.wav", "file:///a b.wav"})
  void anInputThatCannotBeOneIsOneAndNamed(String input) {
    assertThat(earshot("run", "--input", input, "--data", data)).isEqualTo(1);
    assertThat(err.toString()).startsWith("earshot: ").contains(input).doesNotContain("\tat ");
  }

  @Test
  void aCallListThatIsNoneIsOneAndNamed() throws Exception {
    transcript("w1");
    Path list = Files.writeString(temporary.resolve("not a list.csv"), "\0\0\1");

    assertThat(score("--metadata", list)).isEqualTo(1);
    assertThat(err.toString()).startsWith("earshot: ").contains("not a list.csv");
  }

  @Test
  void aFolderThatIsNoModelIsOneAndNamed() throws Exception {
    Files.copy(SAMPLES.resolve("c1021.wav"), inputs.resolve("c1021.wav"));
    Path noModel = Files.createDirectories(temporary.resolve("no model"));

    assertThat(earshot("run", "--input", inputs, "--data", data, "--model", noModel)).isEqualTo(1);
    assertThat(err.toString()).startsWith("earshot: ").contains("no model").doesNotContain("\tat ");
    assertThat(CallLedger.load(new DataFolder(data)).size()).isZero();
    assertThat(new Quarantine(new DataFolder(data)).all()).isEmpty();
  }

  @Test
  void aLanguageWithoutModelIsQuarantined() throws Exception {
    Files.copy(SAMPLES.resolve("c1021.wav"), inputs.resolve("c1021.wav"));

    assertThat(earshot("run", "--input", inputs, "--data", data, "--language", "el", "--strict"))
        .isEqualTo(3);
    assertThat(said()).contains("1 no_model");
    assertThat(new Quarantine(new DataFolder(data)).all().values())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.stage()).isEqualTo("transcribe");
              assertThat(entry.reason()).isEqualTo("no_model");
              assertThat(entry.message()).contains("'el'", "earshot models list");
            })
        .extracting(QuarantineEntry::attempts)
        .isEqualTo(1);
  }

  @Test
  void aSecondWriterIsOneAndToldWhoWrites() throws Exception {
    transcript("w1");
    assertThat(score()).isZero();

    try (WriterLock first = WriterLock.acquire(new DataFolder(data), "nightly")) {
      for (List<String> writer :
          List.of(
              List.of("score", "--transcripts", inputs.toString()),
              List.of("run", "--input", inputs.toString()),
              List.of("rescore"),
              List.of("rebuild"),
              List.of("erase", "w1"))) {
        List<Object> arguments = new ArrayList<>(writer);
        arguments.addAll(1, List.of("--data", data));
        assertThat(earshot(arguments.toArray())).as(writer.get(0)).isEqualTo(1);
        assertThat(err.toString())
            .contains("earshot nightly", "process " + ProcessHandle.current().pid(), "wait until");
      }
      assertThat(earshot("search", "--data", first.folder().root(), "refund")).isZero();
      assertThat(earshot("report", "--data", data)).isZero();
      assertThat(earshot("rescore", "--data", data, "--dry-run")).isZero();
    }
    assertThat(score()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rescore", "rebuild", "verify", "report", "search refund", "erase w1"})
  void aFolderWithoutCallsIsOneAndSaysWhatToDo(String command) {
    List<Object> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.addAll(1, List.of("--data", data));

    assertThat(earshot(arguments.toArray())).isEqualTo(1);
    assertThat(err.toString()).contains(data.toString()).doesNotContain("\tat ");
    assertThat(data).doesNotExist();
  }

  @Test
  void erasingAnUnknownCallIsOneAndErasesNothing() throws Exception {
    transcript("w1");
    score();

    assertThat(earshot("erase", "--data", data, "w1", "w9")).isEqualTo(1);
    assertThat(err.toString()).contains("w9", "nothing was erased");
    assertThat(CallLedger.load(new DataFolder(data)).size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run --data d",
        "run --input i",
        "run --input i --data d --workers 0",
        "run --input i --data d --workers many",
        "run --input i --data d --zone Mars/North",
        "run --input i --data d --language 12",
        "run --input i --data d --no-such-option",
        "score --data d",
        "rescore --data d --form tact",
        "rescore --data d --workers 0",
        "rebuild --data d lucene",
        "erase --data d",
        "erase --data d --before yesterday",
        "erase --data d c1 --before 2026-01-01",
        "report --data d --by weather",
        "report --data d --from 2026-02-01 --to 2026-01-01",
        "search --data d",
        "search --data d ((",
        "search --data d --limit -1 x",
        "models",
        "evaluate --data d",
        "no-such-command"
      })
  void wrongUsageIsTwoAndSaysWhy(String line) {
    assertThat(earshot((Object[]) line.split(" "))).as(line).isEqualTo(2);
    assertThat(err.toString()).isNotBlank().doesNotContain("\tat ");
    assertThat(Path.of("d")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "report --data d --from xx     | --from takes a date such as 2026-10-01, not 'xx'",
        "report --data d --to 1.10.26  | --to takes a date such as 2026-10-01, not '1.10.26'",
        "erase --data d --before xx    | --before takes a date such as 2026-10-01, not 'xx'",
        "report --data d --by nope     | --by takes one of agent, team, question, call-type, not",
        "report --data d --format pdf  | --format takes one of table, csv, json, html, not 'pdf'",
        "search --data d --limit ten x | --limit takes a whole number, not 'ten'",
        "serve --data d --port high    | --port takes a whole number, not 'high'",
        "report --fromat csv --data d  | there is no option '--fromat'",
        "search refund                 | missing required option: '--data",
        "rebuild --data d lucene       | the argument takes one of index, parquet, not 'lucene'",
        "serach                        | there is no command 'serach'"
      })
  void aMistakeIsSaidFirstAndWithoutTheWholeHelp(String line, String said) {
    assertThat(earshot((Object[]) line.strip().split(" +"))).isEqualTo(2);
    assertThat(err.toString().lines().findFirst().orElse("")).startsWith("earshot: " + said);
    assertThat(err.toString().lines().count()).isLessThanOrEqualTo(3);
    assertThat(err.toString().lines().reduce((a, b) -> b).orElse(""))
        .startsWith("See 'earshot")
        .endsWith("--help'.");
    assertThat(err.toString()).doesNotContain("java.", "LocalDate", "AGENT");
  }

  @Test
  void theNearestNameIsSuggestedFirst() {
    earshot("report", "--fromat", "csv", "--data", "d");
    assertThat(err.toString()).contains("Did you mean: --format");
    earshot("serach", "x");
    assertThat(err.toString()).contains("Did you mean: search");
    earshot("wholly-unlike-any");
    assertThat(err.toString()).doesNotContain("Did you mean");
  }

  @Test
  void valuesAreTakenAsHelpWritesThemWhateverTheCase() throws Exception {
    transcript("w1");
    score();
    for (String by : List.of("call-type", "AGENT", "Team")) {
      assertThat(earshot("report", "--data", data, "--by", by)).as(by).isZero();
    }
    assertThat(earshot("report", "--data", data, "--from", "2026-10-01")).isZero();
  }

  @Test
  void aFileWhereAFolderBelongsIsSaidInWords() throws Exception {
    transcript("w1");
    Path file = Files.writeString(temporary.resolve("file"), "");
    assertThat(earshot("score", "--transcripts", inputs, "--data", file)).isEqualTo(1);
    assertThat(err.toString()).startsWith("earshot: ").contains("file", "not a folder");
  }

  @Test
  void aFormThatNoCallHasIsWrongUsageWithTheNearest() throws Exception {
    transcript("w1");
    score();
    assertThat(earshot("search", "--data", data, "score.curtesy<60")).isEqualTo(2);
    assertThat(err.toString())
        .contains("score.curtesy<60", "\n      ^ no call has the form 'curtesy'", ": courtesy");
    assertThat(earshot("search", "--data", data, "--sort", "score.curtesy", "*")).isEqualTo(2);
    assertThat(err.toString()).startsWith("earshot: cannot sort by").contains("courtesy");
  }

  @Test
  void aTranscriptInQuarantineIsNamedOnce() throws Exception {
    Files.writeString(inputs.resolve("broken.json"), "{");
    assertThat(score()).isZero();
    assertThat(new Quarantine(new DataFolder(data)).all().values())
        .singleElement()
        .extracting(QuarantineEntry::message)
        .asString()
        .containsOnlyOnce("broken.json");
  }

  static List<CommandLine> commands() {
    List<CommandLine> commands = new ArrayList<>();
    for (Map.Entry<String, CommandLine> sub :
        EarshotCommand.commandLine().getSubcommands().entrySet()) {
      if (!sub.getKey().equals("help")) {
        commands.add(sub.getValue());
        commands.addAll(sub.getValue().getSubcommands().values());
      }
    }
    return commands;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHelpsWithAnExample(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName(" ");
    List<Object> arguments = new ArrayList<>(List.of(name.split(" ")));
    arguments.remove(0);
    arguments.add("--help");

    assertThat(earshot(arguments.toArray())).isZero();
    assertThat(said()).contains("Usage: " + name, "Example").containsPattern("\n +" + name);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void helpListsEveryCommand() {
    assertThat(earshot("help")).isZero();
    EarshotCommand.commandLine()
        .getSubcommands()
        .keySet()
        .forEach(name -> assertThat(said()).contains("  " + name));
    assertThat(earshot("--version")).isZero();
    assertThat(said()).startsWith("earshot ");
  }
}
