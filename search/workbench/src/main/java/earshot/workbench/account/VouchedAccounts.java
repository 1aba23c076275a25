package earshot.workbench.account;

import earshot.workbench.account.ProviderIdentities.Identity;
import earshot.workbench.store.Database;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of people an identity provider vouches for. Who somebody is says the pair of issuer and
 * subject, which never belongs to another person; a mail address only finds the account at the very
 * first sign-in. Thread-safe.
 */
public final class VouchedAccounts {
  private static final String PROVIDER = "identity provider";

  private final Database database;
  private final Accounts accounts;
  private final ProviderIdentities identities;

  public VouchedAccounts(Database database, Accounts accounts, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.identities = new ProviderIdentities(database, clock);
  }

  /**
   * What somebody may do, as the provider says.
   *
   * @param teams of a supervisor; else none
   * @param agentId of an agent; else null
   */
  public record Grant(Role role, Set<String> teams, @Nullable String agentId) {
    public Grant {
      teams = Set.copyOf(teams);
      Accounts.check(role, teams, agentId);
    }
  }

  /** Whether there is an account to sign in to. */
  public sealed interface Outcome {
    /** There is. */
    record Welcome(Account account) implements Outcome {}

    /** It was disabled. */
    record Disabled(long accountId) implements Outcome {}

    /** Nobody made one for this person. */
    record Unknown() implements Outcome {}

    /** One cannot be made: its name belongs to another account, or is none. */
    record NoName(String name) implements Outcome {}
  }

  /** The account an admin made for that person. */
  public Outcome existing(Identity identity, Optional<String> verifiedMail) {
    return once(h -> known(h, identity).orElseGet(() -> byMail(h, identity, verifiedMail)));
  }

  /**
   * The account of that person: made at the first sign-in, brought up to date at every other.
   *
   * @param name of the account when it is made; a later one is not taken over
   */
  public Outcome granted(Identity identity, String name, Grant grant) {
    return once(
        h ->
            known(h, identity)
                .map(outcome -> upToDate(h, outcome, grant))
                .orElseGet(() -> made(h, identity, name, grant)));
  }

  /** A piece of work in a transaction. */
  private interface Work {
    Outcome in(Handle handle);
  }

  /** Two first sign-ins of one person at the same time: the second finds what the first made. */
  private Outcome once(Work work) {
    try {
      return database.jdbi().inTransaction(work::in);
    } catch (JdbiException e) {
      return database.jdbi().inTransaction(work::in);
    }
  }

  private Optional<Outcome> known(Handle h, Identity identity) {
    return ProviderIdentities.account(h, identity).map(id -> outcome(h, id));
  }

  private Outcome outcome(Handle h, long id) {
    Optional<Account> account = accounts.enabled(h, id);
    return account.isPresent() ? new Outcome.Welcome(account.get()) : new Outcome.Disabled(id);
  }

  /** By its name, if that is the person's address and nobody else uses it through the provider. */
  private Outcome byMail(Handle h, Identity identity, Optional<String> verifiedMail) {
    Optional<Long> id = verifiedMail.flatMap(mail -> Accounts.id(h, Accounts.normal(mail)));
    if (id.isEmpty() || ProviderIdentities.linked(h, identity.issuer(), id.get())) {
      return new Outcome.Unknown();
    }
    Outcome outcome = outcome(h, id.get());
    if (outcome instanceof Outcome.Welcome) {
      identities.add(h, identity, id.get(), PROVIDER);
    }
    return outcome;
  }

  private Outcome upToDate(Handle h, Outcome before, Grant grant) {
    if (!(before instanceof Outcome.Welcome welcome)) {
      return before;
    }
    Account now = account(welcome.account().id(), welcome.account().name(), grant);
    if (!now.equals(welcome.account())) {
      accounts.state(h, now, true, PROVIDER);
    }
    return new Outcome.Welcome(now);
  }

  private Outcome made(Handle h, Identity identity, String wanted, Grant grant) {
    String name;
    try {
      name = Accounts.checkedName(wanted);
    } catch (IllegalArgumentException e) {
      return new Outcome.NoName(wanted);
    }
    if (Accounts.id(h, name).isPresent()) {
      return new Outcome.NoName(name);
    }
    Account account = account(accounts.insert(h, name), name, grant);
    accounts.state(h, account, true, PROVIDER);
    identities.add(h, identity, account.id(), PROVIDER);
    return new Outcome.Welcome(account);
  }

  private static Account account(long id, String name, Grant grant) {
    return new Account(id, name, grant.role(), grant.teams(), grant.agentId());
  }
}
