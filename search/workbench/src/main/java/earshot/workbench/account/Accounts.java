package earshot.workbench.account;

import earshot.query.Condition;
import earshot.workbench.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The accounts of the workbench. Every change is a new row that says who made it. Thread-safe. */
public final class Accounts {
  /** Characters of a team, and of an agent's id, as the database holds them. */
  static final int LONGEST_SCOPE = 200;

  private final Database database;
  private final Passwords passwords;
  private final Clock clock;

  public Accounts(Database database, Passwords passwords, Clock clock) {
    this.database = database;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * An account as an admin sees it.
   *
   * @param secondStep whether sign-in asks for a code after the password
   */
  public record Entry(Account account, boolean enabled, boolean secondStep, Instant createdAt) {}

  /**
   * An account with what proves it; only for sign-in.
   *
   * @param secondStep whether a code is asked for after the password
   * @param passwordHash null where only an identity provider vouches for the person
   */
  record Credential(
      Account account, boolean enabled, boolean secondStep, @Nullable String passwordHash) {}

  /**
   * Makes an account.
   *
   * @param password null where only an identity provider vouches for the person
   * @param by who makes it, for its history
   * @throws IllegalArgumentException saying what is wrong
   */
  public Account add(
      String name,
      Role role,
      Set<String> teams,
      @Nullable String agentId,
      @Nullable NewPassword password,
      String by) {
    String known = checkedName(name);
    check(role, teams, agentId);
    String hash = password == null ? null : hash(known, password.text());
    return database
        .jdbi()
        .inTransaction(
            h -> {
              if (id(h, known).isPresent()) {
                throw new IllegalArgumentException("there is an account '" + known + "' already");
              }
              long id = insert(h, known);
              Account account = new Account(id, known, role, teams, agentId);
              state(h, account, true, by);
              if (password != null && hash != null) {
                Credentials.put(h, id, hash, password.temporary(), now());
              }
              return account;
            });
  }

  private String hash(String name, String password) {
    passwords.check(name, password);
    return passwords.hash(password);
  }

  /** The bare account; gives its number. */
  long insert(Handle h, String name) {
    return h.createUpdate("insert into account (name, created_at) values (:name, :at)")
        .bind("name", name)
        .bind("at", now())
        .executeAndReturnGeneratedKeys("account_id")
        .mapTo(Long.class)
        .one();
  }

  static String checkedName(String name) {
    String known = normal(name);
    if (!known.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,99}")) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name for an account: letters, digits and . _ @ + - only");
    }
    return known;
  }

  static void check(Role role, Set<String> teams, @Nullable String agentId) {
    if ((role == Role.SUPERVISOR) == teams.isEmpty()) {
      throw new IllegalArgumentException(
          role == Role.SUPERVISOR
              ? "a supervisor needs at least one team"
              : "teams are for supervisors; a " + role.id() + " has none");
    }
    if ((role == Role.AGENT) != (agentId != null)) {
      throw new IllegalArgumentException(
          role == Role.AGENT
              ? "an agent needs the agent's id, as in the recorder's metadata"
              : "an agent's id is for agents; a " + role.id() + " has none");
    }
    teams.forEach(Accounts::checkScope);
    if (agentId != null) {
      checkScope(agentId);
    }
  }

  /** Refuses what a filter could not look for, and what the database does not hold. */
  private static void checkScope(String text) {
    if (text.length() > LONGEST_SCOPE) {
      throw new IllegalArgumentException(
          "a team or an agent's id has at most " + LONGEST_SCOPE + " characters");
    }
    new Condition.Is(text);
  }

  /**
   * Gives the account another role, and with it other calls to see; open sessions end.
   *
   * @param by who does, for its history
   * @throws IllegalArgumentException saying what is wrong
   */
  public void setRole(
      String name, Role role, Set<String> teams, @Nullable String agentId, String by) {
    check(role, teams, agentId);
    database
        .jdbi()
        .useTransaction(
            h -> {
              Entry entry = existing(h, name);
              Account before = entry.account();
              state(
                  h,
                  new Account(before.id(), before.name(), role, teams, agentId),
                  entry.enabled(),
                  by);
              endSessions(h, before.id());
            });
  }

  /** Sign-in is no longer possible, and open sessions end. */
  public void disable(String name, String by) {
    change(name, (h, account) -> {}, false, by);
  }

  /** Sign-in is possible again, in the way it was before. */
  public void enable(String name, String by) {
    change(name, (h, account) -> {}, true, by);
  }

  /** Gives the account another password, makes it usable again, and ends its sessions. */
  public void setPassword(String name, NewPassword password, String by) {
    String hash = hash(normal(name), password.text());
    change(
        name,
        (h, account) -> Credentials.put(h, account.id(), hash, password.temporary(), now()),
        true,
        by);
  }

  /**
   * Puts a password of the person's own choice in place of the present one, and ends all sessions.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  void choosePassword(Account account, String password) {
    String hash = hash(account.name(), password);
    database
        .jdbi()
        .useTransaction(
            h -> {
              Credentials.put(h, account.id(), hash, false, now());
              endSessions(h, account.id());
              forgetDevices(h, account.id());
            });
  }

  /** Since when the account has its password; empty where only a provider vouches. */
  public Optional<Instant> passwordSince(Account account) {
    return database
        .jdbi()
        .withHandle(h -> Credentials.of(h, account.id()).map(stored -> stored.since().toInstant()));
  }

  /** A step inside a transaction. */
  private interface Step {
    void run(Handle handle, Account account);
  }

  private void change(String name, Step step, boolean enabled, String by) {
    database
        .jdbi()
        .useTransaction(
            h -> {
              Account account = existing(h, name).account();
              step.run(h, account);
              state(h, account, enabled, by);
              endSessions(h, account.id());
              forgetDevices(h, account.id());
            });
  }

  /**
   * The account of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Entry existing(Handle h, String name) {
    return AccountRows.named(h, normal(name))
        .orElseThrow(() -> new IllegalArgumentException("there is no account '" + name + "'"));
  }

  /** Also those whose second step is waited for. */
  static void endSessions(Handle h, long account) {
    h.execute("delete from web_session where account_id = ?", account);
    h.execute("delete from half_sign_in where account_id = ?", account);
  }

  private static void forgetDevices(Handle h, long account) {
    h.execute("delete from known_device where account_id = ?", account);
  }

  /** Everybody, by name. */
  public List<Entry> all() {
    return database.jdbi().withHandle(h -> AccountRows.all(h));
  }

  /** Whether there is nobody yet. */
  public boolean none() {
    return database
        .jdbi()
        .withHandle(
            h -> h.createQuery("select count(*) from account").mapTo(Long.class).one() == 0);
  }

  Optional<Credential> credential(String name) {
    return database
        .jdbi()
        .withHandle(
            h ->
                AccountRows.named(h, normal(name))
                    .map(
                        e ->
                            new Credential(
                                e.account(),
                                e.enabled(),
                                e.secondStep(),
                                Credentials.of(h, e.account().id())
                                    .map(Credentials.Stored::hash)
                                    .orElse(null))));
  }

  /** An account that may be used. */
  Optional<Account> enabled(Handle h, long id) {
    return AccountRows.numbered(h, id).filter(Entry::enabled).map(Entry::account);
  }

  static Optional<Long> id(Handle h, String name) {
    return h.createQuery("select account_id from account where name = :name")
        .bind("name", name)
        .mapTo(Long.class)
        .findOne();
  }

  void state(Handle h, Account account, boolean enabled, String by) {
    long state =
        h.createUpdate(
                """
                insert into account_state (account_id, role, agent_id, enabled, changed_by, changed_at)
                values (:id, :role, :agent, :enabled, :by, :at)
                """)
            .bind("id", account.id())
            .bind("role", account.role().id())
            .bind("agent", account.agentId())
            .bind("enabled", enabled)
            .bind("by", by)
            .bind("at", now())
            .executeAndReturnGeneratedKeys("state_id")
            .mapTo(Long.class)
            .one();
    for (String team : account.teams()) {
      h.execute("insert into account_team (state_id, team) values (?, ?)", state, team);
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /** A name as it is stored and compared. */
  static String normal(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
