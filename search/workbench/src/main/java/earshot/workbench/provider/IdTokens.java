package earshot.workbench.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import earshot.workbench.provider.SignInRefusedException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges ID tokens by OpenID Connect Core 1.0, section 3.1.3.7: signed by the provider with a
 * method it announced, made by it for this workbench, for this sign-in, and now. Thread-safe.
 */
final class IdTokens {
  private final ProviderSettings settings;
  private final Discovery discovery;
  private final SigningKeys keys;
  private final Clock clock;

  IdTokens(ProviderSettings settings, Discovery discovery, SigningKeys keys, Clock clock) {
    this.settings = settings;
    this.discovery = discovery;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The claims of a token that can be trusted.
   *
   * @param nonce of the sign-in it has to belong to
   */
  JWTClaimsSet trusted(String token, String nonce)
      throws SignInRefusedException, ProviderUnavailableException {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(discovery.get().algorithms(), keys));
    processor.setJWTClaimsSetVerifier((claims, context) -> check(claims, nonce));
    try {
      return processor.process(token, null);
    } catch (KeySourceException e) {
      throw new ProviderUnavailableException("the keys of the provider cannot be had", e);
    } catch (ParseException e) {
      throw refused("is no signed token");
    } catch (BadJWTException e) {
      throw refused(String.valueOf(e.getMessage()));
    } catch (BadJOSEException | JOSEException e) {
      throw refused("signature, key or method: " + e.getClass().getSimpleName());
    }
  }

  private static SignInRefusedException refused(String rule) {
    return new SignInRefusedException(Reason.NOT_TRUSTED, "ID token: " + rule);
  }

  private void check(JWTClaimsSet claims, String nonce) throws BadJWTException {
    require(settings.issuer().equals(claims.getIssuer()), "another issuer");
    require(claims.getSubject() != null && !claims.getSubject().isBlank(), "no subject");
    List<String> audience = claims.getAudience();
    require(audience.contains(settings.clientId()), "for somebody else");
    Object party = claims.getClaim("azp");
    require(party != null || audience.size() == 1, "for several, without saying for whom");
    require(party == null || settings.clientId().equals(party), "handed to somebody else");
    Instant now = clock.instant();
    require(after(claims.getExpirationTime(), now.minus(settings.limits().skew())), "expired");
    Date issued = claims.getIssueTime();
    require(
        issued != null && !after(issued, now.plus(settings.limits().skew())), "from the future");
    Date from = claims.getNotBeforeTime();
    require(from == null || !after(from, now.plus(settings.limits().skew())), "not valid yet");
    require(same(nonce, claims.getClaim("nonce")), "of another sign-in");
  }

  private static boolean after(@Nullable Date time, Instant than) {
    return time != null && time.toInstant().isAfter(than);
  }

  private static boolean same(String nonce, @Nullable Object given) {
    return given instanceof String text
        && MessageDigest.isEqual(
            nonce.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
  }

  private static void require(boolean holds, String otherwise) throws BadJWTException {
    if (!holds) {
      throw new BadJWTException(otherwise);
    }
  }
}
