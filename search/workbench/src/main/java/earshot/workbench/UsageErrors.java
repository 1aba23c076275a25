package earshot.workbench;

import earshot.query.Nearest;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what is wrong with a command line in two or three lines: the mistake, what was likely meant,
 * and where help is. All of the help would push the mistake off the screen.
 */
final class UsageErrors implements IParameterExceptionHandler {
  private static final int SUGGESTIONS = 3;

  /** How picocli begins to say that a value cannot be read; the option follows. */
  private static final String INVALID = "Invalid value for ";

  /** How {@link TypedValues} says what an option takes. */
  private static final String TAKES = ": takes ";

  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine command = error.getCommandLine();
    PrintWriter err = command.getErr();
    if (error instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      unmatched(command, unmatched.getUnmatched().get(0), err);
    } else {
      err.println("earshot: " + problem(error));
    }
    err.println("See '" + command.getCommandSpec().qualifiedName(" ") + " --help'.");
    err.flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** A value's mistake names the option, as it is typed; others begin with a small letter. */
  private static String problem(ParameterException error) {
    String message = String.valueOf(error.getMessage());
    int takes = message.indexOf(TAKES);
    if (message.startsWith(INVALID) && takes > 0) {
      String typed =
          error.getArgSpec() instanceof OptionSpec option ? option.longestName() : "the argument";
      return typed + message.substring(takes + 1);
    }
    return message.isEmpty() || message.startsWith("--")
        ? message
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static void unmatched(CommandLine command, String typed, PrintWriter err) {
    String name = typed.split("=", 2)[0];
    boolean option = name.startsWith("-");
    boolean subcommand = !option && !command.getSubcommands().isEmpty();
    err.println(
        "earshot: "
            + (option
                ? "there is no option '" + name + "'"
                : subcommand
                    ? "there is no command '" + name + "'"
                    : "'" + name + "' is too much"));
    List<String> names =
        option
            ? command.getCommandSpec().options().stream().map(OptionSpec::longestName).toList()
            : subcommand ? List.copyOf(command.getSubcommands().keySet()) : List.of();
    String near =
        Nearest.first(name, names).stream()
            .filter(other -> Nearest.distance(name, other) <= allowed(name))
            .limit(SUGGESTIONS)
            .collect(Collectors.joining(" or "));
    if (!near.isEmpty()) {
      err.println("Did you mean: " + near + "?");
    }
  }

  /** Letters that may be wrong: names further away than this were not meant. */
  private static int allowed(String name) {
    return Math.max(2, name.length() / 3);
  }
}
