package earshot.report;

import earshot.data.DataFolder;
import earshot.data.FileTrouble;
import earshot.data.WriterLock;
import earshot.stats.Minimums;
import earshot.table.Period;
import earshot.table.TableWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code earshot report}: figures for supervisors, from the tables of a data folder. */
@Command(
    name = "report",
    description = "Prints scores and answers by agent, team, question or call type.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: the agents of October, as a spreadsheet",
      "  earshot report --data DIR --from 2026-10-01 --to 2026-10-31 --by agent --format csv"
    })
public final class ReportCommand implements Callable<Integer> {
  /** How a report is printed; names as on the command line. */
  enum Format {
    table,
    csv,
    json,
    html
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", paramLabel = "DIR", required = true, description = "The data folder.")
  private Path data = Path.of(".");

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First day, such as 2026-10-01. Days are those of the calls' own zones.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day, itself included.")
  private @Nullable LocalDate to;

  @Option(
      names = "--by",
      description =
          "${COMPLETION-CANDIDATES}. Without it: team, agent and question for table and html, agent"
              + " for csv and json.")
  private @Nullable Grouping by;

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.",
      defaultValue = "table")
  private Format format = Format.table;

  @Override
  public Integer call() {
    Period period = period();
    DataFolder folder = new DataFolder(data);
    PrintWriter err = spec.commandLine().getErr();
    if (!Files.isDirectory(data)) {
      err.println(
          "earshot: there is no data folder "
              + data
              + "; make one with: earshot run --input ... --data "
              + data);
      return CommandLine.ExitCode.SOFTWARE;
    }
    try {
      update(folder, err);
      ReportBuilder builder = new ReportBuilder(folder, Minimums.shipped());
      List<Report> reports = new ArrayList<>();
      for (Grouping grouping : groupings()) {
        reports.add(builder.build(grouping, period));
      }
      print(reports, more(folder, period), spec.commandLine().getOut());
      return CommandLine.ExitCode.OK;
    } catch (IOException e) {
      err.println("earshot: no report: " + FileTrouble.words(e));
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private Period period() {
    try {
      return new Period(from, to);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private List<Grouping> groupings() {
    if (by != null) {
      return List.of(by);
    }
    return switch (format) {
      case table, html -> List.of(Grouping.TEAM, Grouping.AGENT, Grouping.QUESTION);
      case csv, json -> List.of(Grouping.AGENT);
    };
  }

  /** Brings the tables up to the records, or says why they are shown as they are. */
  private static void update(DataFolder folder, PrintWriter err) throws IOException {
    TableWriter tables = new TableWriter(folder);
    SortedSet<LocalDate> behind = tables.behind();
    if (behind.isEmpty()) {
      return;
    }
    WriterLock lock;
    try {
      lock = WriterLock.acquire(folder, "report");
    } catch (IOException e) {
      err.println(
          "The tables are behind for "
              + Figures.counted(behind.size(), "day")
              + " and are shown as last made: "
              + FileTrouble.words(e));
      return;
    }
    try (lock) {
      tables.update();
    }
  }

  /**
   * The page for a supervisor says what became of the calls too; a report by one thing does not.
   */
  private String more(DataFolder folder, Period period) throws IOException {
    if (format != Format.html || by != null) {
      return "";
    }
    OutcomeNumbers numbers = OutcomeNumbers.shipped();
    Minimums minimums = Minimums.shipped();
    Outcomes outcomes = new OutcomesBuilder(folder, minimums, numbers).build(period);
    return OutcomesHtml.sections(outcomes, numbers, minimums.answers());
  }

  private void print(List<Report> reports, String more, PrintWriter out) {
    switch (format) {
      case table -> {
        for (int i = 0; i < reports.size(); i++) {
          if (i > 0) {
            out.println();
          }
          TerminalReport.lines(reports.get(i)).forEach(out::println);
        }
      }
      case csv -> CsvReport.lines(reports.get(0)).forEach(out::println);
      case json -> out.println(JsonReport.text(reports.get(0)));
      case html -> out.println(HtmlReport.page(reports, more));
    }
    out.flush();
  }
}
