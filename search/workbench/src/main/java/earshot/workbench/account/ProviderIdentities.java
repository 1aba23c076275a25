package earshot.workbench.account;

import earshot.workbench.store.Database;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who an account is at an identity provider: rows are added, never changed. Thread-safe. */
public final class ProviderIdentities {
  private final Database database;
  private final Clock clock;

  public ProviderIdentities(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Somebody, as the provider knows them.
   *
   * @param issuer the provider
   * @param subject the provider's own name for the person
   */
  public record Identity(String issuer, String subject) {
    private static final int LONGEST_ISSUER = 500;
    private static final int LONGEST_SUBJECT = 255;

    public Identity {
      if (issuer.isBlank() || issuer.length() > LONGEST_ISSUER) {
        throw new IllegalArgumentException(
            "an issuer has 1 to " + LONGEST_ISSUER + " characters, not " + issuer.length());
      }
      if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
        throw new IllegalArgumentException(
            "a subject has 1 to " + LONGEST_SUBJECT + " characters, not " + subject.length());
      }
    }
  }

  /**
   * Lets somebody the provider vouches for use an account.
   *
   * @param by who says so, for its history
   * @throws IllegalArgumentException when there is no such account, or the identity has one
   */
  public void link(String name, Identity identity, String by) {
    database
        .jdbi()
        .useTransaction(
            h -> {
              long id =
                  Accounts.id(h, Accounts.normal(name))
                      .orElseThrow(
                          () -> new IllegalArgumentException("there is no account '" + name + "'"));
              if (account(h, identity).isPresent()) {
                throw new IllegalArgumentException(
                    "subject '" + identity.subject() + "' of that issuer has an account already");
              }
              add(h, identity, id, by);
            });
  }

  /** The account of an identity. */
  static Optional<Long> account(Handle h, Identity identity) {
    return h.createQuery(
            "select account_id from provider_identity where issuer = :issuer and subject = :subject")
        .bind("issuer", identity.issuer())
        .bind("subject", identity.subject())
        .mapTo(Long.class)
        .findOne();
  }

  /** Whether somebody of that provider uses the account. */
  static boolean linked(Handle h, String issuer, long accountId) {
    return h.createQuery(
                "select count(*) from provider_identity where issuer = :issuer and account_id = :id")
            .bind("issuer", issuer)
            .bind("id", accountId)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  void add(Handle h, Identity identity, long accountId, String by) {
    h.createUpdate(
            """
            insert into provider_identity (issuer, subject, account_id, linked_by, linked_at)
            values (:issuer, :subject, :account, :by, :at)
            """)
        .bind("issuer", identity.issuer())
        .bind("subject", identity.subject())
        .bind("account", accountId)
        .bind("by", by)
        .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
        .execute();
  }
}
