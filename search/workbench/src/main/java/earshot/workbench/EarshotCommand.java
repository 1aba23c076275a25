package earshot.workbench;

import earshot.bench.BenchCommand;
import earshot.command.BenchmarkCommand;
import earshot.command.DemoCommand;
import earshot.command.EraseCommand;
import earshot.command.EvaluateCommand;
import earshot.command.ModelsCommand;
import earshot.command.RebuildCommand;
import earshot.command.RescoreCommand;
import earshot.command.RunCommand;
import earshot.command.ScoreCommand;
import earshot.command.VerifyCommand;
import earshot.data.FileTrouble;
import earshot.pipeline.Versions;
import earshot.report.ReportCommand;
import earshot.search.SearchCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;

/** The {@code earshot} command; each subcommand is a class of the module that does its work. */
@Command(
    name = "earshot",
    description = "Hears every recorded call, offline: transcripts, scorecards, search, reports.",
    mixinStandardHelpOptions = true,
    versionProvider = EarshotCommand.Version.class,
    commandListHeading = "%nCommands:%n",
    footer = {"", "Start with: earshot demo", "More on one command: earshot COMMAND --help"},
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      ScoreCommand.class,
      RescoreCommand.class,
      SearchCommand.class,
      ReportCommand.class,
      ServeCommand.class,
      UsersCommand.class,
      EvaluateCommand.class,
      BenchCommand.class,
      BenchmarkCommand.class,
      ModelsCommand.class,
      RebuildCommand.class,
      EraseCommand.class,
      VerifyCommand.class,
      HelpCommand.class
    })
final class EarshotCommand implements Runnable {

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new EarshotCommand(), new Commands());
    line.setExpandAtFiles(false); // a query such as "sorry @first 30s" is no file
    line.setParameterExceptionHandler(new UsageErrors());
    line.setExecutionExceptionHandler((error, command, parsed) -> failed(error, command.getErr()));
    TypedValues.teach(line);
    return line;
  }

  /** What a user can mend is one sentence; anything else is a defect and shows where. */
  private static int failed(Exception error, PrintWriter err) throws Exception {
    String trouble;
    if (error instanceof IOException file) {
      trouble = FileTrouble.words(file);
    } else if (error instanceof UncheckedIOException file) {
      trouble = FileTrouble.words(file);
    } else {
      throw error;
    }
    err.println("earshot: " + trouble);
    LoggerFactory.getLogger(EarshotCommand.class).debug("failed", error);
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public void run() {
    commandLine().usage(System.out);
  }

  /**
   * Makes the commands; some learn of the workbench, which their module cannot know: the demo how
   * to open it, the benchmark how to measure its pages, and those that erase and verify that its
   * database knows calls too.
   */
  private static final class Commands implements IFactory {
    private final IFactory others = CommandLine.defaultFactory();

    @Override
    public <K> K create(Class<K> type) throws Exception {
      if (type.equals(DemoCommand.class)) {
        return type.cast(new DemoCommand(ServeCommand::serve));
      }
      if (type.equals(BenchmarkCommand.class)) {
        return type.cast(new BenchmarkCommand(PagesBenchmark::run));
      }
      if (type.equals(EraseCommand.class)) {
        return type.cast(new EraseCommand(new WorkbenchTraces.Options()));
      }
      return type.equals(VerifyCommand.class)
          ? type.cast(new VerifyCommand(new WorkbenchTraces.Options()))
          : others.create(type);
    }
  }

  /** {@code earshot --version}. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"earshot " + Versions.EARSHOT};
    }
  }
}
