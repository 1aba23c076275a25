package earshot.workbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.data.DataFolder;
import earshot.workbench.account.Accounts;
import earshot.workbench.account.Limits;
import earshot.workbench.account.PasswordSignIn;
import earshot.workbench.account.Passwords;
import earshot.workbench.account.Role;
import earshot.workbench.account.Sessions;
import earshot.workbench.audit.Audit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The embedded database; and the same on PostgreSQL where the system property {@code
 * earshot.postgresql} holds the URL of an empty database.
 */
class DatabaseTest {
  private static final String PASSWORD = "a long and quiet river";

  @TempDir Path root;

  private Database open() throws IOException {
    return Database.open(new DataFolder(root), System.getProperty("earshot.postgresql"));
  }

  @Test
  void accountsSessionsAndPausesWorkAndHistoryIsKept() throws Exception {
    String name = "rita-" + UUID.randomUUID();
    Limits limits = Limits.shipped();
    Passwords passwords = new Passwords(limits);
    try (Database database = open()) {
      Accounts accounts = new Accounts(database, passwords, Clock.systemUTC());
      accounts.add(name, Role.SUPERVISOR, Set.of("North", "South"), null, PASSWORD, "test");
      PasswordSignIn signIn =
          new PasswordSignIn(database, accounts, passwords, limits, Clock.systemUTC());
      assertThat(signIn.attempt(name, "wrong", name))
          .isInstanceOf(PasswordSignIn.Outcome.Refused.class);
      PasswordSignIn.Outcome outcome = signIn.attempt(name, PASSWORD, name);
      assertThat(outcome).isInstanceOf(PasswordSignIn.Outcome.Welcome.class);
      Sessions sessions = new Sessions(database, accounts, limits, Clock.systemUTC());
      String secret = sessions.open(((PasswordSignIn.Outcome.Welcome) outcome).account());
      assertThat(sessions.find(secret))
          .hasValueSatisfying(
              who -> {
                assertThat(who.account().teams()).containsExactlyInAnyOrder("North", "South");
                new Audit(database, Clock.systemUTC()).write(who, Audit.Action.LISTEN, "c1", null);
              });
      for (String change :
          List.of(
              "update audit set call_id = 'c2'",
              "delete from audit",
              "update account_state set role = 'admin'",
              "delete from account_state",
              "delete from account_team")) {
        assertThatThrownBy(() -> database.jdbi().useHandle(h -> h.execute(change)))
            .as(change)
            .isInstanceOf(JdbiException.class)
            .hasMessageContaining("history is kept");
      }
      accounts.setPassword(name, PASSWORD + "!", "test");
      assertThat(sessions.find(secret)).isEmpty();
      accounts.disable(name, "test");
      assertThat(signIn.attempt(name, PASSWORD + "!", name))
          .isInstanceOf(PasswordSignIn.Outcome.Refused.class);
    }
    try (Database again = open()) {
      assertThat(again.alive()).isTrue();
      assertThat(new Accounts(again, passwords, Clock.systemUTC()).all())
          .anySatisfy(e -> assertThat(e.account().name()).isEqualTo(name));
    }
  }

  @Test
  void whatIsNoDatabaseIsNamed() throws IOException {
    assertThatThrownBy(() -> Database.open(new DataFolder(root), "jdbc:mysql://db/x?password=pst"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("jdbc:postgresql:")
        .message()
        .doesNotContain("pst");
    Path file = Files.createDirectories(root.resolve("workbench/database"));
    Files.writeString(file.resolve("workbench.mv.db"), "no database");
    assertThatThrownBy(() -> Database.open(new DataFolder(root), null))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be opened");
  }
}
