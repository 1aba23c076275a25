package earshot.workbench;

import earshot.workbench.account.Limits;
import earshot.workbench.account.Passwords;
import earshot.workbench.account.Seal;
import earshot.workbench.account.SecondSteps;
import earshot.workbench.store.Database;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code earshot users second-step}. */
@Command(
    name = "second-step",
    description = {
      "Says whether sign-in asks an account for a code after the password.",
      "Takes that off where a telephone is lost. Only its owner turns it on."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  earshot users second-step rita --data quality",
      "  earshot users second-step rita --off --data quality"
    })
final class UsersSecondStepCommand extends OnDatabase {
  @Parameters(paramLabel = "NAME", description = "The account.")
  private String name = "";

  @Option(names = "--off", description = "The password alone signs in again; open sessions end.")
  private boolean off;

  @Override
  void on(Database database) {
    Limits limits = Limits.shipped();
    SecondSteps steps =
        new SecondSteps(
            database, new Seal(folder()), new Passwords(limits), limits, Clock.systemUTC());
    if (!off) {
      say(
          name
              + steps
                  .of(name)
                  .map(
                      s ->
                          " has a second step since "
                              + s.since().toInstant().truncatedTo(ChronoUnit.SECONDS)
                              + ", recovery codes left: "
                              + s.recoveryCodes())
                  .orElse(" has no second step"));
    } else if (steps.turnOff(name, UsersCommand.BY)) {
      say(name + " signs in with the password alone now; open sessions ended");
    } else {
      say(name + " has no second step");
    }
  }
}
