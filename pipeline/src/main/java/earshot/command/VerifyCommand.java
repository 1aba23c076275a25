package earshot.command;

import earshot.verify.DataFolderCheck;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

  @Override
  public Integer call() throws IOException {
    DataFolderCheck.Findings findings = DataFolderCheck.check(data.existing());
    findings.problems().forEach(System.out::println);
    System.out.printf(
        "%d calls, %d quarantined, %d runs: %s%n",
        findings.calls(),
        findings.quarantined(),
        findings.runs(),
        findings.problems().isEmpty() ? "clean" : findings.problems().size() + " problems");
    return findings.problems().isEmpty() ? 0 : 1;
  }
}
