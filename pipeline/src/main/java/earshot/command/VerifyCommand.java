package earshot.command;

import earshot.data.DataFolder;
import earshot.data.WriterLock;
import earshot.verify.DataFolderCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code earshot verify}. */
@Command(
    name = "verify",
    description =
        "Checks a data folder against itself: every call accounted for, index and tables equal to"
            + " the call records.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  earshot verify --data quality"})
public final class VerifyCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Mixin private final Elsewhere elsewhere;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /**
   * @param elsewhere other places that keep something about calls
   */
  public VerifyCommand(Elsewhere elsewhere) {
    this.elsewhere = elsewhere;
  }

  @Override
  public Integer call() throws IOException {
    DataFolder folder = data.existing();
    PrintWriter out = spec.commandLine().getOut();
    WriterLock.writing(folder)
        .ifPresent(
            writer ->
                out.printf(
                    "'%s' is writing this folder (process %d on %s): what it has still to do may"
                        + " show as a problem.%n",
                    writer.command(), writer.pid(), writer.host()));
    DataFolderCheck.Findings findings = DataFolderCheck.check(folder, elsewhere.traces(folder));
    findings.problems().forEach(out::println);
    out.printf(
        "%d calls, %d quarantined, %d runs: %s%n",
        findings.calls(),
        findings.quarantined(),
        findings.runs(),
        findings.problems().isEmpty() ? "clean" : findings.problems().size() + " problems");
    out.flush();
    return findings.problems().isEmpty() ? 0 : 1;
  }
}
