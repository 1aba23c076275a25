package earshot.workbench.provider;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The provider's description, asked for when it is first needed and kept for a day. After a failure
 * the provider is left alone for some seconds, so that nobody queues for it. Thread-safe.
 */
final class Discovery {
  private final String issuer;
  private final ProviderLimits limits;
  private final ProviderHttp http;
  private final Clock clock;

  private @Nullable Metadata known;
  private Instant asked = Instant.MIN;
  private @Nullable ProviderUnavailableException failure;

  Discovery(String issuer, ProviderLimits limits, ProviderHttp http, Clock clock) {
    this.issuer = issuer;
    this.limits = limits;
    this.http = http;
    this.clock = clock;
  }

  synchronized Metadata get() throws ProviderUnavailableException {
    Metadata now = known;
    if (now != null && clock.instant().isBefore(asked.plus(limits.metadata()))) {
      return now;
    }
    ProviderUnavailableException before = failure;
    if (before != null && clock.instant().isBefore(asked.plus(limits.down()))) {
      throw new ProviderUnavailableException("it failed just before", before);
    }
    try {
      now = Metadata.read(issuer, http.get(Metadata.address(issuer)));
      known = now;
      failure = null;
      return now;
    } catch (ProviderUnavailableException e) {
      known = null;
      failure = e;
      throw e;
    } finally {
      asked = clock.instant();
    }
  }

  /** What is known already; asks nobody. */
  synchronized @Nullable Metadata known() {
    return known;
  }
}
