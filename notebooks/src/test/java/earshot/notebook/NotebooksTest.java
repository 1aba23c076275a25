package earshot.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.command.RebuildCommand;
import earshot.command.ScoreCommand;
import earshot.report.ReportCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The notebooks' own cells over the sample calls: they run, and say what the terminal says. */
class NotebooksTest {
  private static final Path DATA = Path.of(System.getenv("EARSHOT_DATA"));
  private static final Path SAMPLES = Path.of(System.getProperty("earshot.home"), "samples");
  private static final Path NOTEBOOKS = Path.of(System.getenv("EARSHOT_SET")).getParent();

  @BeforeAll
  static void sampleCallsAreInTheTables() throws IOException {
    if (Files.exists(DATA)) {
      try (Stream<Path> old = Files.walk(DATA)) {
        for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    run(
        new ScoreCommand(),
        "--transcripts",
        SAMPLES.resolve("truth").toString(),
        "--metadata",
        SAMPLES.toString(),
        "--data",
        DATA.toString());
    run(new RebuildCommand(), "--data", DATA.toString(), "--with-text", "parquet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"supervisor-weekly", "agent-coaching", "onboarding-examples", "rule-quality"})
  void everyCellRunsAndShowsSomething(String name) throws IOException {
    List<String> shown = Cells.run(NOTEBOOKS.resolve(name + ".ipynb"));
    assertThat(shown).hasSizeGreaterThan(2).noneMatch(String::isBlank);
    assertThat(shown).anyMatch(html -> html.contains("<svg"));
  }

  @Test
  void weeklyFiguresAreThoseOfTheTerminal() throws IOException {
    List<String> shown = Cells.run(NOTEBOOKS.resolve("supervisor-weekly.ipynb"));
    LocalDate lastCall = LocalDate.parse(report("team").get("to").asText());
    LocalDate monday = lastCall.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    String[] week = {"--from", monday.toString(), "--to", monday.plusDays(6).toString()};

    String teams = showing(shown, "Mean score by team and form");
    for (JsonNode row : report("team", week).get("rows")) {
      if (row.get("scored").asInt() > 0) {
        assertThat(line(teams, row.get("team").asText() + ", " + row.get("form").asText()))
            .isEqualTo(figures(row));
      }
    }
    String agents = showing(shown, "Courtesy by agent");
    int compared = 0;
    for (JsonNode row : report("agent", week).get("rows")) {
      if (row.get("form").asText().equals("courtesy") && row.get("scored").asInt() > 0) {
        String agent = row.get("agent_name").asText() + ", " + row.get("team").asText();
        assertThat(line(agents, agent)).isEqualTo(figures(row));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(2);
  }

  /** What the chart writes beside the line with this label. */
  private static String line(String svg, String label) {
    int at = svg.indexOf(">" + label + "</text>");
    assertThat(at).as("a line for %s in %s", label, svg).isPositive();
    String after = svg.substring(at + label.length() + 8);
    String note = after.substring(after.indexOf("<text"));
    return note.substring(note.indexOf('>') + 1, note.indexOf("</text>"));
  }

  /** The same, of a row of the terminal's report. */
  private static String figures(JsonNode row) {
    String mean =
        row.get("score_low").isNull()
            ? ""
            : String.format(Locale.ROOT, "%.1f, ", row.get("mean_score").asDouble());
    return mean
        + "n "
        + row.get("scored").asInt()
        + (row.get("too_few").asBoolean() ? ", too few" : "");
  }

  private static String showing(List<String> shown, String title) {
    return shown.stream().filter(html -> html.contains(title)).findFirst().orElseThrow();
  }

  private static JsonNode report(String by, String... more) throws IOException {
    String[] arguments = {"--data", DATA.toString(), "--by", by, "--format", "json"};
    String[] all = Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    return new ObjectMapper().readTree(run(new ReportCommand(), all));
  }

  private static String run(Object command, String... arguments) {
    StringWriter out = new StringWriter();
    int exit = new CommandLine(command).setOut(new PrintWriter(out)).execute(arguments);
    assertThat(exit).isZero();
    return out.toString();
  }
}
