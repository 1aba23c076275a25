package earshot.workbench.provider;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The provider's public keys. A token signed by a key that is not among them makes it ask once
 * more: providers change keys. Not more often than the limits say, or forged tokens would make the
 * workbench flood the provider. Thread-safe.
 */
final class SigningKeys implements JWKSource<SecurityContext> {
  private final Discovery discovery;
  private final ProviderLimits limits;
  private final ProviderHttp http;
  private final Clock clock;

  private @Nullable JWKSet known;
  private Instant learned = Instant.EPOCH;
  private Instant asked = Instant.EPOCH;

  SigningKeys(Discovery discovery, ProviderLimits limits, ProviderHttp http, Clock clock) {
    this.discovery = discovery;
    this.limits = limits;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public synchronized List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      JWKSet now = known;
      if (now == null || !clock.instant().isBefore(learned.plus(limits.keys()))) {
        return selector.select(ask());
      }
      List<JWK> fitting = selector.select(now);
      if (fitting.isEmpty() && !clock.instant().isBefore(asked.plus(limits.newKeys()))) {
        return selector.select(ask());
      }
      return fitting;
    } catch (ProviderUnavailableException e) {
      throw new KeySourceException("no keys", e);
    }
  }

  private JWKSet ask() throws ProviderUnavailableException {
    try {
      JWKSet set = JWKSet.parse(http.get(discovery.get().keys()).toString());
      known = set;
      learned = clock.instant();
      return set;
    } catch (ParseException e) {
      throw new ProviderUnavailableException("its keys cannot be read", e);
    } finally {
      asked = clock.instant();
    }
  }
}
