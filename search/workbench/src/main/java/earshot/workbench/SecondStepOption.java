package earshot.workbench;

import earshot.workbench.account.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says who needs a second step at sign-in. */
final class SecondStepOption {
  private static final String ALL = "all";

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--require-second-step",
      paramLabel = "ROLE",
      split = ",",
      description =
          "Whoever has one of these roles (or: all) and a password here sets up a second step at"
              + " sign-in, the code of an authenticator app, before anything else.")
  private List<String> roles = List.of();

  /** The roles named. */
  Set<Role> roles() {
    Set<Role> known = EnumSet.noneOf(Role.class);
    for (String role : roles) {
      if (role.equals(ALL)) {
        known.addAll(Arrays.asList(Role.values()));
      } else {
        known.add(known(role));
      }
    }
    return known;
  }

  private Role known(String role) {
    try {
      return Role.of(role);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--require-second-step: " + e.getMessage() + "; or all");
    }
  }
}
