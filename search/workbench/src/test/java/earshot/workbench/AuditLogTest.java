package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import earshot.data.DataFolder;
import earshot.workbench.account.Account;
import earshot.workbench.account.Accounts;
import earshot.workbench.account.Limits;
import earshot.workbench.account.NewPassword;
import earshot.workbench.account.Passwords;
import earshot.workbench.account.Role;
import earshot.workbench.audit.Audit;
import earshot.workbench.audit.AuditFilter;
import earshot.workbench.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What of the audit leaves the database. */
class AuditLogTest {
  @TempDir Path root;

  @Test
  void eachEntryIsALineWithoutNamesAndDetails() throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    AppenderBase<ILoggingEvent> log =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
          }
        };
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger(Audit.NAME);
    logger.addAppender(log);
    try (Database database = Database.open(new DataFolder(root), null)) {
      Accounts accounts =
          new Accounts(database, new Passwords(Limits.shipped()), Clock.systemUTC());
      accounts.add(
          "rita", Role.REVIEWER, Set.of(), null, NewPassword.own("a long and quiet river"), "test");
      Account rita = accounts.all().get(0).account();
      Audit audit = new Audit(database, Clock.systemUTC());

      audit.write(rita.id(), Audit.Action.LISTEN, "odd id\naccount=7", "hush");
      audit.refused(null, "no-account subject hush");

      assertThat(audit.newest(AuditFilter.ALL, 2, 0))
          .extracting(Audit.Entry::detail)
          .contains("hush");
    } finally {
      logger.detachAppender(log);
    }
    assertThat(lines)
        .containsExactly(
            "audit=listen account=1 call=odd+id%0Aaccount%3D7",
            "audit=sign-in-refused account=- call=-");
  }
}
