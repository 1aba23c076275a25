package earshot.workbench;

import earshot.workbench.account.Account;
import earshot.workbench.account.Accounts;
import earshot.workbench.account.Limits;
import earshot.workbench.account.NewPassword;
import earshot.workbench.account.Passwords;
import earshot.workbench.account.Role;
import earshot.workbench.store.Database;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code earshot users}. */
@Command(
    name = "users",
    description = "Accounts of the workbench; works while it runs.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UsersCommand.Add.class,
      UsersCommand.ListAll.class,
      UsersCommand.Disable.class,
      UsersCommand.Enable.class,
      UsersCommand.Password.class,
      UsersSecondStepCommand.class,
      UsersLinkCommand.class
    },
    footer = {"", "Example:", "  earshot users add rita --role reviewer --data quality"})
final class UsersCommand implements Runnable {
  static final String BY = "console";

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "users needs one of: add, list, disable, enable, password, second-step, link");
  }

  /** What those have in common that look after accounts. */
  abstract static class OnAccounts extends OnDatabase {
    private @Nullable Passwords hashing;

    abstract void with(Accounts accounts) throws IOException;

    @Override
    final void on(Database database) throws IOException {
      with(new Accounts(database, passwords(), Clock.systemUTC()));
    }

    /** Made when it is needed: every command of Earshot makes this one, and hashing is slow. */
    private Passwords passwords() {
      Passwords made = hashing;
      if (made == null) {
        made = new Passwords(Limits.shipped());
        hashing = made;
      }
      return made;
    }

    /** From the console, typed twice and not shown; without a console, the first line. */
    String password() throws IOException {
      Console console = System.console();
      if (console == null) {
        String line =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (line == null) {
          throw new IllegalArgumentException("no password: give it in the first line of the input");
        }
        return line;
      }
      char[] first = console.readPassword("Password: ");
      char[] second = console.readPassword("Again: ");
      if (first == null || second == null || !java.util.Arrays.equals(first, second)) {
        throw new IllegalArgumentException("the two passwords are not the same");
      }
      return new String(first);
    }

    void advise(String password) {
      if (!passwords().recommended(password)) {
        say("A password of " + passwords().recommendedLength() + " characters or more is better.");
      }
    }
  }

  /** {@code users add}. */
  @Command(
      name = "add",
      description =
          "Makes an account; asks for its password, or reads the first line of the input.",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      footer = {
        "",
        "A password has 8 characters or more; 15 or more are recommended. Nothing is asked about",
        "kinds of characters; those that are tried first are refused.",
        "",
        "Examples:",
        "  earshot users add ada --role admin --data quality",
        "  earshot users add sam --role supervisor --team north --team south --data quality",
        "  earshot users add kim --role agent --agent-id A07 --temporary --data quality",
        "  earshot users add rita@example.com --role reviewer --no-password --data quality"
      })
  static final class Add extends OnAccounts {
    @Parameters(paramLabel = "NAME", description = "What is typed at sign-in.")
    private String name = "";

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        description = "reviewer, supervisor, trainer, admin or agent.")
    private String role = "";

    @Option(names = "--team", paramLabel = "T", description = "A team that a supervisor sees.")
    private Set<String> teams = new LinkedHashSet<>();

    @Option(
        names = "--agent-id",
        paramLabel = "ID",
        description = "Whose calls an agent sees, as in the recorder's metadata.")
    private @Nullable String agentId;

    @Option(
        names = "--no-password",
        description = "For somebody who signs in at the identity provider of the company only.")
    private boolean noPassword;

    @Option(
        names = "--temporary",
        description = "Its owner has to choose another password at the first sign-in.")
    private boolean temporary;

    @Override
    void with(Accounts accounts) throws IOException {
      Role known = Role.of(role);
      String password = noPassword ? null : password();
      NewPassword given = password == null ? null : new NewPassword(password, temporary);
      Account account = accounts.add(name, known, teams, agentId, given, BY);
      say(account.name() + " can sign in as " + account.role().id());
      if (password != null) {
        advise(password);
      }
    }
  }

  /** {@code users list}. */
  @Command(
      name = "list",
      description = "Shows every account.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  earshot users list --data quality"})
  static final class ListAll extends OnAccounts {
    @Override
    void with(Accounts accounts) {
      for (Accounts.Entry entry : accounts.all()) {
        Account account = entry.account();
        String agent = account.agentId();
        String sees =
            agent != null ? agent : String.join(", ", account.teams().stream().sorted().toList());
        say(
            String.format(
                    Locale.ROOT,
                    "%-20s %-10s %-8s %-11s %s",
                    account.name(),
                    account.role().id(),
                    entry.enabled() ? "enabled" : "disabled",
                    entry.secondStep() ? "second step" : "-",
                    sees)
                .stripTrailing());
      }
    }
  }

  /** What those have in common that are about one account. */
  abstract static class OnOne extends OnAccounts {
    @Parameters(paramLabel = "NAME", description = "The account.")
    private String name = "";

    abstract void with(Accounts accounts, String name) throws IOException;

    @Override
    final void with(Accounts accounts) throws IOException {
      with(accounts, name);
    }
  }

  /** {@code users disable}. */
  @Command(
      name = "disable",
      description = "Ends the sessions of an account and refuses new ones; its history stays.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  earshot users disable rita --data quality"})
  static final class Disable extends OnOne {
    @Override
    void with(Accounts accounts, String name) {
      accounts.disable(name, BY);
      say(name + " can no longer sign in");
    }
  }

  /** {@code users enable}. */
  @Command(
      name = "enable",
      description = "Lets a disabled account sign in again, as it did before.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  earshot users enable rita --data quality"})
  static final class Enable extends OnOne {
    @Override
    void with(Accounts accounts, String name) {
      accounts.enable(name, BY);
      say(name + " can sign in again");
    }
  }

  /** {@code users password}. */
  @Command(
      name = "password",
      description = {
        "Gives an account another password and makes it usable again.",
        "Its owner chooses an own one at the next sign-in."
      },
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Examples:",
        "  earshot users password rita --data quality",
        "  earshot users password ada --no-temporary --data quality"
      })
  static final class Password extends OnOne {
    @Option(
        names = "--temporary",
        negatable = true,
        defaultValue = "true",
        fallbackValue = "true",
        description = "Its owner has to choose another at the next sign-in (the default), or not.")
    private boolean temporary = true;

    @Override
    void with(Accounts accounts, String name) throws IOException {
      String password = password();
      accounts.setPassword(name, new NewPassword(password, temporary), BY);
      say(
          name
              + " has another password"
              + (temporary ? ", to be changed at the next sign-in" : "")
              + "; open sessions ended");
      advise(password);
    }
  }
}
