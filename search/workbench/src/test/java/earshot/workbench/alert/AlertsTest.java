package earshot.workbench.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.data.DataFolder;
import earshot.workbench.account.Account;
import earshot.workbench.account.Accounts;
import earshot.workbench.account.Limits;
import earshot.workbench.account.NewPassword;
import earshot.workbench.account.Passwords;
import earshot.workbench.account.Role;
import earshot.workbench.alert.Alerts.Find;
import earshot.workbench.saved.SavedSearch;
import earshot.workbench.saved.SavedSearches;
import earshot.workbench.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Saved searches and alerts in the embedded database; and in PostgreSQL where the system property
 * {@code earshot.postgresql} holds the URL of a database.
 */
class AlertsTest {
  @TempDir Path root;
  private Database database;
  private SavedSearches searches;
  private Alerts alerts;
  private long owner;
  private long other;

  @BeforeEach
  void twoAccounts() throws IOException {
    database = Database.open(new DataFolder(root), System.getProperty("earshot.postgresql"));
    searches = new SavedSearches(database, Clock.systemUTC());
    alerts = new Alerts(database, Clock.systemUTC());
    owner = account();
    other = account();
  }

  @AfterEach
  void closed() {
    database.close();
  }

  private long account() {
    Account made =
        new Accounts(database, new Passwords(Limits.shipped()), Clock.systemUTC())
            .add(
                "rita-" + UUID.randomUUID(),
                Role.REVIEWER,
                Set.of(),
                null,
                NewPassword.own("a long and quiet river"),
                "test");
    return made.id();
  }

  private SavedSearch saved(String title) {
    long id = searches.add(new SavedSearch(0, owner, title, "refund", "newest", true));
    return searches.find(id, owner).orElseThrow();
  }

  private static String call() {
    return "call " + UUID.randomUUID();
  }

  @Test
  void theNewestEntryOfASearchCounts() {
    SavedSearch first = saved("Money");
    searches.change(first.changed("Refunds", false));
    assertThat(searches.of(owner))
        .containsExactly(new SavedSearch(first.id(), owner, "Refunds", "refund", "newest", false));
    assertThat(searches.alerting()).noneMatch(s -> s.id() == first.id());
    assertThat(searches.find(first.id(), other)).isEmpty();
    searches.remove(first);
    assertThat(searches.of(owner)).isEmpty();
  }

  @Test
  void anAccountHasSoManyAndNoMore() {
    for (int i = 0; i < SavedSearches.MOST; i++) {
      saved("search " + i);
    }
    assertThatThrownBy(() -> saved("one more"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("remove one first");
  }

  @Test
  void aCallIsRaisedOnceOrNothingIsWritten() {
    SavedSearch saved = saved("Refunds");
    String one = call();
    String two = call();
    alerts.raise(List.of(one), List.of(new Find(saved.id(), one, 12.5)));
    assertThat(alerts.known()).contains(one);
    assertThatThrownBy(
            () ->
                alerts.raise(
                    List.of(two, one),
                    List.of(new Find(saved.id(), two, -1), new Find(saved.id(), one, 12.5))))
        .isInstanceOf(JdbiException.class);
    assertThat(alerts.known()).doesNotContain(two);
    assertThat(alerts.of(owner, 10)).extracting(Alert::callId).containsExactly(one);
    assertThat(alerts.of(owner, 10).get(0).atSeconds()).isEqualTo(12.5);
  }

  @Test
  void readIsReadForItsOwnerOnly() {
    SavedSearch saved = saved("Refunds");
    String one = call();
    String two = call();
    alerts.raise(
        List.of(one, two), List.of(new Find(saved.id(), one, 1), new Find(saved.id(), two, 1)));
    long first = alerts.of(owner, 10).get(1).id();
    assertThat(alerts.read(first, other)).isFalse();
    alerts.readAll(other);
    assertThat(alerts.unread(owner, 10)).hasSize(2);
    assertThat(alerts.read(first, owner)).isTrue();
    assertThat(alerts.read(first, owner)).isTrue();
    assertThat(alerts.unread(owner, 10)).hasSize(1);
    assertThat(alerts.of(owner, 10)).extracting(Alert::read).containsExactly(false, true);
    alerts.readAll(owner);
    assertThat(alerts.unread(owner, 10)).isEmpty();
  }

  @Test
  void historyIsKept() {
    SavedSearch saved = saved("Refunds");
    String one = call();
    alerts.raise(List.of(one), List.of(new Find(saved.id(), one, 1)));
    alerts.readAll(owner);
    for (String change :
        List.of(
            "update saved_search set account_id = " + other,
            "delete from saved_search_state",
            "update saved_search_state set query = '*'",
            "delete from call_alert",
            "update call_alert set call_id = 'x'",
            "delete from call_alert_read")) {
      assertThatThrownBy(() -> database.jdbi().useHandle(h -> h.execute(change)))
          .as(change)
          .isInstanceOf(JdbiException.class)
          .hasMessageContaining("history is kept");
    }
  }
}
