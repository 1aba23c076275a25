package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import earshot.data.DataFolder;
import earshot.data.Tombstones;
import earshot.workbench.account.Account;
import earshot.workbench.account.Accounts;
import earshot.workbench.account.CodeSignIn;
import earshot.workbench.account.Due;
import earshot.workbench.account.Limits;
import earshot.workbench.account.NewPassword;
import earshot.workbench.account.PasswordSignIn;
import earshot.workbench.account.Passwords;
import earshot.workbench.account.ProviderIdentities.Identity;
import earshot.workbench.account.Role;
import earshot.workbench.account.Seal;
import earshot.workbench.account.SecondStepOffers;
import earshot.workbench.account.SecondSteps;
import earshot.workbench.account.Sessions;
import earshot.workbench.account.SignedIn;
import earshot.workbench.account.VouchedAccounts;
import earshot.workbench.account.VouchedAccounts.Grant;
import earshot.workbench.account.VouchedAccounts.Outcome.Disabled;
import earshot.workbench.account.VouchedAccounts.Outcome.NoName;
import earshot.workbench.account.VouchedAccounts.Outcome.Unknown;
import earshot.workbench.account.VouchedAccounts.Outcome.Welcome;
import earshot.workbench.audit.Audit;
import earshot.workbench.audit.AuditFilter;
import earshot.workbench.erase.ErasedCalls;
import earshot.workbench.store.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What holds on every database that the workbench runs on. */
@Timeout(120)
abstract class DatabaseContract {
  private static final String PASSWORD = "a long and quiet river";
  private static final String GONE = "c-gone-771";
  private static final String STAYS = "c-stays-772";

  @TempDir Path root;

  /** The database of this test, new and empty before it; null for the one in the data folder. */
  abstract @Nullable String url();

  /** Where its files lie that hold rows. */
  abstract Path files() throws SQLException;

  /** Brings to its files what is in memory. */
  abstract void flush(Database database);

  private Database open() throws IOException {
    return Database.open(folder(), url());
  }

  private DataFolder folder() {
    return new DataFolder(root);
  }

  @Test
  void accountsSessionsAndPausesWorkAndHistoryIsKept() throws Exception {
    Limits limits = Limits.shipped();
    Passwords passwords = new Passwords(limits);
    try (Database database = open()) {
      Accounts accounts = new Accounts(database, passwords, Clock.systemUTC());
      accounts.add(
          "rita",
          Role.SUPERVISOR,
          Set.of("North", "South"),
          null,
          NewPassword.own(PASSWORD),
          "test");
      PasswordSignIn signIn =
          new PasswordSignIn(database, accounts, passwords, limits, Clock.systemUTC());
      assertThat(signIn.attempt("rita", "wrong", "here"))
          .isInstanceOf(PasswordSignIn.Outcome.Refused.class);
      PasswordSignIn.Outcome outcome = signIn.attempt("rita", PASSWORD, "here");
      assertThat(outcome).isInstanceOf(PasswordSignIn.Outcome.Welcome.class);
      Sessions sessions = new Sessions(database, accounts, limits, Set.of(), Clock.systemUTC());
      String secret =
          sessions.open(
              ((PasswordSignIn.Outcome.Welcome) outcome).account(),
              new Sessions.Beginning("Firefox on Linux", true));
      assertThat(sessions.find(secret))
          .hasValueSatisfying(
              who -> {
                assertThat(who.account().teams()).containsExactlyInAnyOrder("North", "South");
                new Audit(database, Clock.systemUTC()).write(who, Audit.Action.LISTEN, "c1", null);
              });
      for (String table : List.of("audit", "account_state", "account_team")) {
        isKept(database, table);
      }
      accounts.setPassword("rita", NewPassword.own(PASSWORD + "!"), "test");
      assertThat(sessions.find(secret)).isEmpty();
      accounts.disable("rita", "test");
      assertThat(signIn.attempt("rita", PASSWORD + "!", "here"))
          .isInstanceOf(PasswordSignIn.Outcome.Refused.class);
      accounts.enable("rita", "test");
      assertThat(signIn.attempt("rita", PASSWORD + "!", "here"))
          .isInstanceOf(PasswordSignIn.Outcome.Welcome.class);
    }
    try (Database again = open()) {
      assertThat(again.alive()).isTrue();
      assertThat(new Accounts(again, passwords, Clock.systemUTC()).all())
          .anySatisfy(e -> assertThat(e.account().name()).isEqualTo("rita"));
    }
  }

  @Test
  void sessionsAreTheirOwnersAndATemporaryPasswordIsDue() throws Exception {
    Limits limits = Limits.shipped();
    Passwords passwords = new Passwords(limits);
    try (Database database = open()) {
      Accounts accounts = new Accounts(database, passwords, Clock.systemUTC());
      NewPassword lent = NewPassword.temporary("lent for one morning");
      Account rita = accounts.add("rita", Role.REVIEWER, Set.of(), null, lent, "test");
      Account adam = accounts.add("adam", Role.REVIEWER, Set.of(), null, lent, "test");
      Sessions sessions = new Sessions(database, accounts, limits, Set.of(), Clock.systemUTC());
      Sessions.Beginning byPassword = new Sessions.Beginning("Firefox on Linux", true);
      Sessions.Beginning byProvider = new Sessions.Beginning("Safari on Mac", false);
      SignedIn here = sessions.find(sessions.open(rita, byPassword)).orElseThrow();
      SignedIn there = sessions.find(sessions.open(rita, byProvider)).orElseThrow();
      assertThat(here.due()).isEqualTo(Due.PASSWORD);
      assertThat(there.due()).as("a provider vouches").isEqualTo(Due.NOTHING);
      assertThat(sessions.of(rita))
          .extracting(Sessions.Own::name, Sessions.Own::beginning)
          .containsExactlyInAnyOrder(
              tuple(here.session(), byPassword), tuple(there.session(), byProvider));
      assertThat(sessions.end(adam, here.session())).isFalse();
      assertThat(sessions.end(rita, there.session())).isTrue();
      sessions.open(rita, byProvider);
      sessions.open(adam, byPassword);
      assertThat(sessions.endOthers(here)).isEqualTo(1);
      assertThat(sessions.of(rita)).hasSize(1);
      assertThat(sessions.of(adam)).hasSize(1);
      assertThat(accounts.passwordSince(rita)).isPresent();
      accounts.setPassword("rita", NewPassword.own(PASSWORD), "test");
      assertThat(sessions.find(sessions.open(rita, byPassword)))
          .hasValueSatisfying(who -> assertThat(who.due()).isEqualTo(Due.NOTHING));
    }
  }

  @Test
  void aSecondStepIsTurnedOnUsedOnceAndTurnedOff() throws Exception {
    Limits limits = Limits.shipped();
    Passwords passwords = new Passwords(limits);
    Clock clock = Clock.fixed(Instant.parse("2026-11-01T08:00:00Z"), ZoneOffset.UTC);
    try (Database database = open()) {
      Accounts accounts = new Accounts(database, passwords, clock);
      Account rita = somebody(database);
      PasswordSignIn signIn = new PasswordSignIn(database, accounts, passwords, limits, clock);
      Seal seal = new Seal(folder());
      SecondSteps steps = new SecondSteps(database, seal, passwords, limits, clock);
      Set<Role> required = Set.of(Role.REVIEWER);
      Sessions sessions = new Sessions(database, accounts, limits, required, clock);
      String secret = sessions.open(rita, new Sessions.Beginning("Firefox on Linux", true));
      SignedIn who = sessions.find(secret).orElseThrow();
      assertThat(who.due()).isEqualTo(Due.SECOND_STEP);
      assertThat(sessions.find(sessions.open(rita, new Sessions.Beginning("Safari", false))))
          .as("a provider vouches")
          .hasValueSatisfying(vouched -> assertThat(vouched.due()).isEqualTo(Due.NOTHING));

      SecondStepOffers offers = new SecondStepOffers(signIn, steps, seal, limits, clock);
      SecondStepOffers.Offer offer = offers.make(who);
      String code = new AuthenticatorApp(Base32.toBase32String(offer.secret()), clock).code();
      SecondStepOffers.Outcome on = offers.take(who, offer, code, PASSWORD, "here", null);
      assertThat(on).isInstanceOf(SecondStepOffers.Outcome.On.class);
      assertThat(sessions.find(secret)).as("all sessions ended").isEmpty();
      assertThat(accounts.all()).singleElement().matches(Accounts.Entry::secondStep);
      assertThat(signIn.attempt("rita", PASSWORD, "here"))
          .isEqualTo(new PasswordSignIn.Outcome.CodeDue(rita));

      CodeSignIn codes = new CodeSignIn(database, accounts, signIn, steps, limits, clock);
      String half = codes.begin(rita);
      assertThat(codes.waiting(half)).contains(rita);
      assertThat(codes.attempt(half, code, "here", null))
          .as("it turned the second step on")
          .isInstanceOf(CodeSignIn.Outcome.Refused.class);
      String recovery = ((SecondStepOffers.Outcome.On) on).recoveryCodes().get(9);
      assertThat(codes.attempt(half, recovery, "here", null))
          .isInstanceOf(CodeSignIn.Outcome.Welcome.class);
      assertThat(codes.waiting(half)).isEmpty();
      assertThat(codes.attempt(codes.begin(rita), recovery, "here", null))
          .isInstanceOf(CodeSignIn.Outcome.Refused.class);
      assertThat(steps.of(rita)).map(SecondSteps.State::recoveryCodes).contains(9);

      isKept(database, "second_step_change");
      assertThat(steps.turnOff("rita", "test")).isTrue();
      assertThat(steps.turnOff("rita", "test")).isFalse();
      assertThat(signIn.attempt("rita", PASSWORD, "here"))
          .isInstanceOf(PasswordSignIn.Outcome.Welcome.class);
      assertThat(rows(database, "second_step_change")).hasSize(2);
      assertThat(rows(database, "recovery_code")).isEmpty();
    }
  }

  @Test
  void whoeverTheProviderVouchesForHasOneAccountAndItIsKept() throws Exception {
    try (Database database = open()) {
      Accounts accounts =
          new Accounts(database, new Passwords(Limits.shipped()), Clock.systemUTC());
      VouchedAccounts vouched = new VouchedAccounts(database, accounts, Clock.systemUTC());
      Identity identity = new Identity("https://login.example.com", "7");
      Grant reviewer = new Grant(Role.REVIEWER, Set.of(), null);
      Account made = ((Welcome) vouched.granted(identity, "Rita", reviewer)).account();
      assertThat(made.name()).isEqualTo("rita");
      Grant lead = new Grant(Role.SUPERVISOR, Set.of("North"), null);
      Account led = ((Welcome) vouched.granted(identity, "renamed", lead)).account();
      assertThat(led)
          .isEqualTo(new Account(made.id(), "rita", Role.SUPERVISOR, Set.of("North"), null));
      assertThat(vouched.granted(new Identity("https://login.example.com", "8"), "rita", lead))
          .isEqualTo(new NoName("rita"));
      assertThat(vouched.existing(new Identity("https://other.example.com", "7"), Optional.empty()))
          .isInstanceOf(Unknown.class);
      assertThat(
              new PasswordSignIn(
                      database,
                      accounts,
                      new Passwords(Limits.shipped()),
                      Limits.shipped(),
                      Clock.systemUTC())
                  .attempt("rita", "", "here"))
          .isInstanceOf(PasswordSignIn.Outcome.Refused.class);
      isKept(database, "provider_identity");
      accounts.disable("rita", "test");
      assertThat(vouched.granted(identity, "rita", lead)).isEqualTo(new Disabled(made.id()));
    }
  }

  private static void isKept(Database database, String table) {
    String column =
        database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery("select * from " + table)
                        .map((r, context) -> lastColumn(r.getMetaData()))
                        .list())
            .get(0);
    for (String change :
        List.of("delete from " + table, "update " + table + " set " + column + " = " + column)) {
      assertThatThrownBy(() -> database.jdbi().useHandle(h -> h.execute(change)))
          .as(change)
          .isInstanceOf(JdbiException.class)
          .hasMessageContaining("history is kept");
    }
  }

  /** The first may be an identity, which PostgreSQL refuses to change before any trigger. */
  private static String lastColumn(ResultSetMetaData columns) throws SQLException {
    return columns.getColumnName(columns.getColumnCount());
  }

  private static ErasedCalls erased(Database database, DataFolder folder) {
    return new ErasedCalls(database, folder, WorkbenchErasers.of(folder), Clock.systemUTC());
  }

  private static List<String> tables(Database database) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "select table_name from information_schema.tables"
                            + " where table_schema = current_schema order by 1")
                    .mapTo(String.class)
                    .list())
        .stream()
        .map(t -> t.toLowerCase(Locale.ROOT))
        .filter(t -> !t.startsWith("flyway"))
        .toList();
  }

  private static List<String> rows(Database database, String table) {
    return database
        .jdbi()
        .withHandle(h -> h.createQuery("select * from " + table).mapToMap().list())
        .stream()
        .map(row -> table + " " + row)
        .toList();
  }

  /** Every row of every table. */
  static String everything(Database database) {
    List<String> all = new ArrayList<>();
    tables(database).forEach(table -> all.addAll(rows(database, table)));
    return String.join("\n", all);
  }

  private String bytes() throws IOException, SQLException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(files())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static List<String> found(String text, String call) {
    List<String> found = new ArrayList<>(RowsOfACall.texts(call));
    found.add(call);
    found.removeIf(canary -> !text.contains(canary));
    return found;
  }

  private static Account somebody(Database database) {
    return new Accounts(database, new Passwords(Limits.shipped()), Clock.systemUTC())
        .add("rita", Role.REVIEWER, Set.of(), null, NewPassword.own(PASSWORD), "test");
  }

  @Test
  void linesOfTheAuditAreFoundByWhoWhatAndCall() throws Exception {
    try (Database database = open()) {
      long rita = somebody(database).id();
      Audit audit = new Audit(database, Clock.systemUTC());
      audit.write(rita, Audit.Action.OPEN_CALL, STAYS, null);
      audit.write(rita, Audit.Action.LISTEN, STAYS, null);
      audit.write(rita, Audit.Action.OPEN_CALL, GONE, null);
      audit.refused(null, "no-account");
      audit.refused(rita, "disabled");
      database
          .jdbi()
          .useHandle(
              h ->
                  h.execute(
                      "insert into audit (action, happened_at) values ('erase', current_timestamp)"));

      Map<AuditFilter, Long> expected =
          Map.of(
              AuditFilter.ALL,
              6L,
              new AuditFilter("rita", "", ""),
              4L,
              new AuditFilter("rita", STAYS, ""),
              2L,
              new AuditFilter("rita", STAYS, "listen"),
              1L,
              new AuditFilter("", "", "sign-in-refused"),
              2L,
              new AuditFilter(AuditFilter.UNKNOWN, "", ""),
              1L,
              new AuditFilter(AuditFilter.CONSOLE, "", ""),
              1L,
              new AuditFilter("' or true --", "", ""),
              0L);
      expected.forEach(
          (filter, lines) -> {
            assertThat(audit.count(filter)).as("%s", filter).isEqualTo(lines);
            assertThat(audit.newest(filter, 9, 0)).as("%s", filter).hasSize(lines.intValue());
          });
      assertThat(audit.newest(new AuditFilter("rita", "", ""), 1, 1))
          .extracting(Audit.Entry::callId)
          .containsExactly(GONE);
    }
  }

  @Test
  void anErasedCallIsGoneFromEveryRowAndFileAndOthersStay() throws Exception {
    try (Database database = open()) {
      long account = somebody(database).id();
      database.jdbi().useTransaction(h -> RowsOfACall.insert(h, account, GONE));
      database.jdbi().useTransaction(h -> RowsOfACall.insert(h, account, STAYS));
      flush(database);
      assertThat(found(everything(database), GONE)).hasSize(8);
      assertThat(found(bytes(), GONE)).as("what is looked for can be found").hasSize(8);
      assertThat(erased(database, folder()).forget()).as("nothing was erased").isZero();

      new Tombstones(folder()).add(GONE, "0".repeat(64), LocalDate.now());
      assertThat(erased(database, folder()).leftovers())
          .containsExactly(
              "reviews of 1 erased call",
              "disputes of 1 erased call",
              "calibration sets of 1 erased call",
              "alerts of 1 erased call",
              "clips of 1 erased call",
              "audit lines of 1 erased call");
      assertThat(erased(database, folder()).forget()).isEqualTo(1);
      assertThat(database.rewriteIfDue()).isTrue();

      assertThat(found(everything(database), GONE)).isEmpty();
      assertThat(found(everything(database), STAYS)).hasSize(8);
      assertThat(erased(database, folder()).leftovers()).isEmpty();
      assertThat(erased(database, folder()).forget()).as("again").isZero();
      assertThat(rows(database, "erased_dispute")).hasSize(1);
      assertThat(rows(database, "calibration_answer")).hasSize(2);
      assertThat(new Audit(database, Clock.systemUTC()).newest(AuditFilter.ALL, 1, 0))
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.action()).isEqualTo("erase");
                assertThat(line.who()).isEqualTo("console");
                assertThat(line.detail()).isEqualTo("1 call");
              });
      flush(database);
    }
    assertThat(found(bytes(), GONE)).isEmpty();
    // H2 compresses what it writes anew, so that not every text is found in the bytes.
    assertThat(found(bytes(), STAYS)).as("what stays can be found").isNotEmpty();
  }

  @Test
  void historyIsKeptFromEverybodyButTheTransactionOfAnErasure() throws Exception {
    try (Database database = open()) {
      long account = somebody(database).id();
      database.jdbi().useTransaction(h -> RowsOfACall.insert(h, account, GONE));
      new Tombstones(folder()).add(GONE, "0".repeat(64), LocalDate.now());
      database.jdbi().useTransaction(h -> RowsOfACall.insert(h, account, STAYS));
      erased(database, folder()).forget();
      for (String table : historyTables()) {
        isKept(database, table);
      }
      try (Handle erasing = database.jdbi().open()) {
        erasing.begin();
        erasing.execute("insert into erasure_under_way (only_one) values (1)");
        isKept(database, "review_comment");
        erasing.execute("delete from review_comment");
        erasing.rollback();
      }
      assertThat(rows(database, "review_comment")).hasSize(1);
      assertThat(rows(database, "erasure_under_way")).isEmpty();
      assertThatThrownBy(
              () ->
                  database.erase(
                      OffsetDateTime.parse("2026-11-01T08:00:00Z"),
                      h -> {
                        h.execute("delete from review_comment");
                        throw new IOException("in the middle");
                      }))
          .isInstanceOf(IOException.class);
      assertThat(rows(database, "review_comment")).as("all of it or nothing").hasSize(1);
      isKept(database, "review_comment");
    }
  }

  private static List<String> historyTables() {
    return List.of(
        "account_state",
        "audit",
        "decision",
        "review_comment",
        "review_sample",
        "review_sample_call",
        "review_finished",
        "record_change",
        "record_change_done",
        "record_change_speaker",
        "dispute",
        "dispute_decision",
        "calibration",
        "calibration_call",
        "calibration_reviewer",
        "calibration_answer",
        "calibration_closed",
        "erased_dispute",
        "saved_search",
        "saved_search_state",
        "call_alert",
        "call_alert_read",
        "playlist",
        "playlist_state",
        "clip",
        "clip_state");
  }

  /** Whoever adds a table with calls has to add its eraser, and a row to {@link RowsOfACall}. */
  @Test
  void everyTableThatKnowsCallsIsErased() throws Exception {
    try (Database database = open()) {
      long account = somebody(database).id();
      database.jdbi().useTransaction(h -> RowsOfACall.insert(h, account, GONE));
      List<String> knowing =
          database
              .jdbi()
              .withHandle(
                  h ->
                      h.createQuery(
                              "select table_name from information_schema.columns where"
                                  + " table_schema = current_schema and lower(column_name) ="
                                  + " 'call_id'")
                          .mapTo(String.class)
                          .list());
      assertThat(knowing).isNotEmpty();
      for (String table : knowing) {
        assertThat(rows(database, table)).as(table).isNotEmpty();
      }
    }
  }
}
