package earshot.workbench.provider;

import com.nimbusds.jwt.JWTClaimsSet;
import earshot.workbench.account.ProviderIdentities.Identity;
import earshot.workbench.account.VouchedAccounts.Grant;
import earshot.workbench.provider.SignInRefusedException.Reason;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in by the authorization code flow of OpenID Connect, with PKCE, state and nonce.
 * Asks nobody before somebody wants to sign in. Thread-safe.
 */
public final class IdentityProvider {
  private final ProviderSettings settings;
  private final Discovery discovery;
  private final Attempts attempts;
  private final CodeExchange codes;
  private final IdTokens tokens;
  private final Semaphore waiting;

  public IdentityProvider(ProviderSettings settings, Clock clock) {
    ProviderLimits limits = settings.limits();
    ProviderHttp http = new ProviderHttp(limits);
    this.settings = settings;
    this.discovery = new Discovery(settings.issuer(), limits, http, clock);
    this.attempts = new Attempts(limits.attempt(), clock);
    this.codes = new CodeExchange(settings, http);
    this.tokens =
        new IdTokens(settings, discovery, new SigningKeys(discovery, limits, http, clock), clock);
    this.waiting = new Semaphore(limits.atOnce());
  }

  public ProviderSettings settings() {
    return settings;
  }

  /** A sign-in and where the browser has to go for it. */
  public record Departure(Attempt attempt, URI address) {}

  /**
   * What the browser brings back.
   *
   * @param cookie of the attempt
   * @param issuer that the provider may name
   * @param error code of a refusal
   */
  public record Return(
      @Nullable String cookie,
      @Nullable String state,
      @Nullable String code,
      @Nullable String issuer,
      @Nullable String error) {}

  /** A step that may wait for the provider. */
  private interface Step<T, E extends Exception> {
    T go() throws ProviderUnavailableException, E;
  }

  /** People who wait for a slow provider must not take all threads from the others. */
  private <T, E extends Exception> T bounded(Step<T, E> step)
      throws ProviderUnavailableException, E {
    if (!waiting.tryAcquire()) {
      throw new ProviderUnavailableException("too many sign-ins wait for it");
    }
    try {
      return step.go();
    } finally {
      waiting.release();
    }
  }

  /**
   * Begins a sign-in.
   *
   * @param next path of this server to go to afterwards
   * @param redirect address of this workbench to come back to
   */
  public Departure depart(String next, String redirect) throws ProviderUnavailableException {
    Metadata metadata = bounded(discovery::get);
    Attempt attempt = attempts.begin(next);
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", settings.clientId());
    query.put("redirect_uri", redirect);
    query.put("scope", String.join(" ", settings.scopes()));
    query.put("state", attempt.state());
    query.put("nonce", attempt.nonce());
    query.put("code_challenge", challenge(attempt.verifier()));
    query.put("code_challenge_method", "S256");
    return new Departure(attempt, with(metadata.authorization(), query));
  }

  /**
   * Finishes a sign-in.
   *
   * @param redirect the same as at {@link #depart}
   * @throws SignInRefusedException when the provider, or a rule here, lets nobody in
   */
  public Vouched arrive(Return back, String redirect)
      throws ProviderUnavailableException, SignInRefusedException {
    Attempt attempt = attempts.finish(back.cookie(), back.state());
    return bounded(() -> vouched(back, attempt, redirect));
  }

  private Vouched vouched(Return back, Attempt attempt, String redirect)
      throws ProviderUnavailableException, SignInRefusedException {
    Metadata metadata = discovery.get();
    String issuer = back.issuer();
    if (issuer == null ? metadata.namesIssuer() : !issuer.equals(settings.issuer())) {
      throw new SignInRefusedException(Reason.NOT_TRUSTED, "an answer of another issuer");
    }
    String code = back.code();
    if (back.error() != null || code == null) {
      throw new SignInRefusedException(
          Reason.PROVIDER_REFUSED, back.error() == null ? "no code" : word(back.error()));
    }
    String token = codes.idToken(metadata, code, attempt.verifier(), redirect);
    JWTClaimsSet claims = tokens.trusted(token, attempt.nonce());
    return vouched(claims, token, attempt.next());
  }

  private Vouched vouched(JWTClaimsSet claims, String token, String next)
      throws SignInRefusedException {
    Map<String, Object> all = claims.getClaims();
    try {
      Identity identity = new Identity(settings.issuer(), String.valueOf(claims.getSubject()));
      Optional<String> mail = text(all.get("email"));
      boolean verified = "true".equals(String.valueOf(all.get("email_verified")));
      String name = text(all.get("preferred_username")).or(() -> mail).orElse(identity.subject());
      Optional<Grant> grant =
          settings.mapping().isPresent()
              ? Optional.of(settings.mapping().get().grant(all))
              : Optional.empty();
      return new Vouched(identity, name, verified ? mail : Optional.empty(), grant, token, next);
    } catch (IllegalArgumentException e) {
      throw new SignInRefusedException(
          Reason.NOT_TRUSTED, "a subject, team or agent id that cannot be kept");
    }
  }

  private static Optional<String> text(@Nullable Object claim) {
    return claim instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
  }

  /**
   * Where to sign out at the provider, if it has a place for that and was needed before.
   *
   * @param idToken of the session that ends
   * @param back where the provider sends the browser afterwards
   */
  public Optional<URI> farewell(String idToken, String back) {
    Metadata metadata = discovery.known();
    if (metadata == null) {
      return Optional.empty();
    }
    Map<String, String> query = new LinkedHashMap<>();
    query.put("id_token_hint", idToken);
    query.put("client_id", settings.clientId());
    query.put("post_logout_redirect_uri", back);
    return metadata.endSession().map(address -> with(address, query));
  }

  /** An address of the provider with parameters; it may have some of its own. */
  private static URI with(URI address, Map<String, String> query) {
    String more =
        query.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + more);
  }

  private static String challenge(String verifier) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** An error code as the standards write them; anything else could be anybody's sentence. */
  static String word(String error) {
    return error.matches("[a-z_]{1,40}") ? error : "an error that is no error code";
  }
}
