package earshot.workbench.account;

import earshot.workbench.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Pauses sign-in after failures in a row, longer with each. A try counts as failed until it
 * succeeds, so that many at once do not slip through. Counts outlive a restart. Thread-safe.
 */
final class Lockout {
  private final Database database;
  private final Limits limits;
  private final Clock clock;

  Lockout(Database database, Limits limits, Clock clock) {
    this.database = database;
    this.limits = limits;
    this.clock = clock;
  }

  private record Row(int failures, Instant lastAt, Instant pausedUntil) {}

  /**
   * Counts a try.
   *
   * @param subject who tries: an account name or an address, hashed
   * @return how long to wait, when the try is not allowed; it is not counted then
   */
  synchronized Optional<Duration> begin(String subject, Limits.Pause pause) {
    return database
        .jdbi()
        .inTransaction(
            h -> {
              Instant now = clock.instant();
              Row before = row(h, subject);
              if (now.isBefore(before.pausedUntil())) {
                return Optional.of(Duration.between(now, before.pausedUntil()));
              }
              boolean old = now.isAfter(before.lastAt().plus(limits.forgetAfter()));
              int failures = old ? 1 : before.failures() + 1;
              write(h, subject, failures, now, now.plus(wait(failures, pause)));
              return Optional.empty();
            });
  }

  /** Until when tries are not looked at; a moment in the past where they are. */
  Instant pausedUntil(String subject) {
    return database.jdbi().withHandle(h -> row(h, subject)).pausedUntil();
  }

  private Duration wait(int failures, Limits.Pause pause) {
    int over = failures - pause.failures();
    if (over < 0) {
      return Duration.ZERO;
    }
    Duration wait = pause.first().multipliedBy(1L << Math.min(over, 20));
    return wait.compareTo(limits.longestPause()) > 0 ? limits.longestPause() : wait;
  }

  /** The try succeeded: the count starts again. Counts that are over go, too. */
  synchronized void clear(String subject) {
    Instant old = clock.instant().minus(limits.forgetAfter());
    database
        .jdbi()
        .useHandle(
            h -> {
              h.execute("delete from sign_in_failure where subject = ?", subject);
              h.createUpdate("delete from sign_in_failure where last_at < :old")
                  .bind("old", old.atOffset(ZoneOffset.UTC))
                  .execute();
            });
  }

  /** The try succeeded, but earlier failures of the same subject still count. */
  synchronized void takeBack(String subject) {
    database
        .jdbi()
        .useTransaction(
            h -> {
              Row row = row(h, subject);
              write(h, subject, Math.max(0, row.failures() - 1), row.lastAt(), Instant.EPOCH);
            });
  }

  private static Row row(Handle h, String subject) {
    return h.createQuery(
            "select failures, last_at, paused_until from sign_in_failure where subject = :subject")
        .bind("subject", subject)
        .map(
            (r, context) ->
                new Row(
                    r.getInt("failures"),
                    r.getObject("last_at", OffsetDateTime.class).toInstant(),
                    r.getObject("paused_until", OffsetDateTime.class).toInstant()))
        .findOne()
        .orElse(new Row(0, Instant.EPOCH, Instant.EPOCH));
  }

  private static void write(Handle h, String subject, int failures, Instant last, Instant until) {
    h.execute("delete from sign_in_failure where subject = ?", subject);
    h.createUpdate(
            """
            insert into sign_in_failure (subject, failures, last_at, paused_until)
            values (:subject, :failures, :last, :until)
            """)
        .bind("subject", subject)
        .bind("failures", failures)
        .bind("last", last.atOffset(ZoneOffset.UTC))
        .bind("until", until.atOffset(ZoneOffset.UTC))
        .execute();
  }
}
