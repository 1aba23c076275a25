package earshot.workbench.account;

import earshot.workbench.store.Database;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of people whom an identity provider vouches for. They have no password here; role, teams
 * and agent id are what the provider said last. Thread-safe.
 */
public final class VouchedAccounts {
  private static final String BY = "identity provider";

  private final Database database;
  private final Accounts accounts;

  public VouchedAccounts(Database database, Accounts accounts) {
    this.database = database;
    this.accounts = accounts;
  }

  /**
   * What a provider says of somebody.
   *
   * @param issuer the provider
   * @param subject the provider's own name for the person; it never belongs to somebody else
   * @param name for the account, when it is made; a later one is not taken over
   */
  public record Identity(
      String issuer,
      String subject,
      String name,
      Role role,
      Set<String> teams,
      @Nullable String agentId) {
    public Identity {
      teams = Set.copyOf(teams);
    }
  }

  /**
   * The account of that person: made at the first sign-in, brought up to date at every other.
   *
   * @return empty when the account was disabled
   * @throws IllegalArgumentException when there cannot be such an account: its name is taken, or
   *     role, teams and agent id do not go together
   */
  public Optional<Account> of(Identity identity) {
    Accounts.check(identity.role(), identity.teams(), identity.agentId());
    return database
        .jdbi()
        .inTransaction(
            h -> {
              Optional<Long> known = known(h, identity);
              return known.isPresent()
                  ? upToDate(h, known.get(), identity)
                  : Optional.of(made(h, identity));
            });
  }

  private static Optional<Long> known(Handle h, Identity identity) {
    return h.createQuery(
            "select account_id from provider_identity where issuer = :issuer and subject = :subject")
        .bind("issuer", identity.issuer())
        .bind("subject", identity.subject())
        .mapTo(Long.class)
        .findOne();
  }

  private Optional<Account> upToDate(Handle h, long id, Identity identity) {
    Optional<Account> before = accounts.enabled(h, id);
    if (before.isEmpty()) {
      return before;
    }
    Account now = account(id, before.get().name(), identity);
    if (!now.equals(before.get())) {
      accounts.state(h, now, true, BY);
    }
    return Optional.of(now);
  }

  private Account made(Handle h, Identity identity) {
    String name = Accounts.checkedName(identity.name());
    if (Accounts.id(h, name).isPresent()) {
      throw new IllegalArgumentException("there is another account '" + name + "' already");
    }
    Account account = account(accounts.insert(h, name), name, identity);
    accounts.state(h, account, true, BY);
    h.execute(
        "insert into provider_identity (issuer, subject, account_id) values (?, ?, ?)",
        identity.issuer(),
        identity.subject(),
        account.id());
    return account;
  }

  private static Account account(long id, String name, Identity identity) {
    return new Account(id, name, identity.role(), identity.teams(), identity.agentId());
  }
}
