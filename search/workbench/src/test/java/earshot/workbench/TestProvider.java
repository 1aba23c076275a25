package earshot.workbench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An OpenID Connect provider on loopback that checks what a client has to show and otherwise does
 * what a test tells it, lies included. Whoever is at its page is signed in there already.
 */
final class TestProvider implements AutoCloseable {
  static final String CLIENT = "earshot";
  static final String SECRET = "s:ecret of the workbench+1";

  private final Clock clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private volatile CountDownLatch released = new CountDownLatch(1);
  final List<String> problems = new CopyOnWriteArrayList<>();
  final AtomicInteger keyRequests = new AtomicInteger();
  final AtomicInteger tokenRequests = new AtomicInteger();
  final AtomicInteger descriptions = new AtomicInteger();

  private volatile RSAKey key = newKey();
  private volatile JWKSet published = new JWKSet(key.toPublicJWK());

  /** Claims besides those of the standard; a null takes one away. */
  volatile Map<String, Object> person = Map.of("sub", "subject-1");

  volatile Consumer<JWTClaimsSet.Builder> claims = builder -> {};

  /** How a token is made of its claims. */
  volatile Signing signing = this::signed;

  volatile UnaryOperator<Map<String, Object>> description = same -> same;

  /** What the token endpoint says instead of a token; null for the token. */
  volatile Supplier<String> instead;

  volatile int status = 200;
  volatile boolean silent;

  /** Whether an answer begins and never ends. */
  volatile boolean endless;

  /** Whether nothing but errors is to be had. */
  volatile boolean down;

  /** Parameters added to the way back, in place of a code. */
  volatile String error;

  /** Whether a person has to press a button. */
  volatile boolean asks;

  interface Signing {
    String token(JWTClaimsSet claims) throws JOSEException;
  }

  TestProvider(Clock clock) throws IOException {
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/.well-known/openid-configuration", this::describe);
    server.createContext("/keys", this::keys);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext("/out", this::out);
    server.start();
  }

  /** Tells the truth again, as at the beginning; the key stays. */
  void behave() {
    person = Map.of("sub", "subject-1");
    claims = builder -> {};
    signing = this::signed;
    description = same -> same;
    instead = null;
    status = 200;
    silent = false;
    endless = false;
    down = false;
    error = null;
    released.countDown();
    released = new CountDownLatch(1);
  }

  Instant now() {
    return clock.instant();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .keyID(UUID.randomUUID().toString())
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  RSAKey key() {
    return key;
  }

  /** Signs with another key from now on, and says so. */
  void rotate() {
    key = newKey();
    published = new JWKSet(key.toPublicJWK());
  }

  String signed(JWTClaimsSet claims) throws JOSEException {
    return signed(claims, key);
  }

  static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    jwt.sign(new RSASSASigner(key));
    return jwt.serialize();
  }

  private void describe(HttpExchange http) throws IOException {
    descriptions.incrementAndGet();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("issuer", issuer());
    all.put("authorization_endpoint", issuer() + "/authorize");
    all.put("token_endpoint", issuer() + "/token");
    all.put("jwks_uri", issuer() + "/keys");
    all.put("end_session_endpoint", issuer() + "/out");
    all.put("id_token_signing_alg_values_supported", List.of("RS256", "HS256", "none"));
    answer(http, down ? 503 : 200, new ObjectMapper().writeValueAsString(description.apply(all)));
  }

  private void keys(HttpExchange http) throws IOException {
    keyRequests.incrementAndGet();
    answer(http, 200, published.toString());
  }

  private void authorize(HttpExchange http) throws IOException {
    Map<String, String> asked = parameters(http.getRequestURI().getRawQuery());
    require("code".equals(asked.get("response_type")), "response_type");
    require(CLIENT.equals(asked.get("client_id")), "client_id");
    require(List.of(asked.get("scope").split(" ")).contains("openid"), "scope");
    require("S256".equals(asked.get("code_challenge_method")), "code_challenge_method");
    require(asked.get("state").length() >= 43 && asked.get("nonce").length() >= 43, "entropy");
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    String back =
        asked.get("redirect_uri")
            + "?state="
            + asked.get("state")
            + (error == null ? "&code=" + code : error);
    if (asks) {
      http.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      answer(
          http,
          200,
          "<!doctype html><html lang='en'><title>Company</title><link rel=icon href='data:,'>"
              + "<h1>Company</h1><a id='go' href='"
              + back
              + "'>Continue as Rita</a></html>");
      return;
    }
    http.getResponseHeaders().set("Location", back);
    answer(http, 302, "");
  }

  private void token(HttpExchange http) throws IOException {
    tokenRequests.incrementAndGet();
    Map<String, String> form =
        parameters(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (silent) {
      await();
    }
    if (endless) {
      http.sendResponseHeaders(200, 0);
      http.getResponseBody().write('{');
      http.getResponseBody().flush();
      await();
    }
    String basicId = URLDecoder.decode(credentials(http)[0], StandardCharsets.UTF_8);
    String basicSecret = URLDecoder.decode(credentials(http)[1], StandardCharsets.UTF_8);
    String id = form.getOrDefault("client_id", basicId);
    String secret = form.getOrDefault("client_secret", basicSecret);
    Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
    if (!id.equals(CLIENT) || !secret.equals(SECRET)) {
      answer(http, 401, "{\"error\":\"invalid_client\"}");
    } else if (asked == null
        || !asked.get("redirect_uri").equals(form.get("redirect_uri"))
        || !asked.get("code_challenge").equals(challenge(form.get("code_verifier")))) {
      answer(http, 400, "{\"error\":\"invalid_grant\"}");
    } else {
      answer(http, status, instead == null ? tokens(asked) : instead.get());
    }
  }

  private String tokens(Map<String, String> asked) {
    JWTClaimsSet.Builder builder =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .issueTime(Date.from(clock.instant()))
            .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(5))))
            .claim("nonce", asked.get("nonce"));
    person.forEach(builder::claim);
    claims.accept(builder);
    try {
      return "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\""
          + signing.token(builder.build())
          + "\"}";
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void out(HttpExchange http) throws IOException {
    Map<String, String> asked = parameters(http.getRequestURI().getRawQuery());
    require(asked.get("id_token_hint").split("\\.").length == 3, "id_token_hint");
    http.getResponseHeaders().set("Location", asked.get("post_logout_redirect_uri"));
    answer(http, 302, "");
  }

  private static String[] credentials(HttpExchange http) {
    String header = http.getRequestHeaders().getFirst("Authorization");
    String basic = header == null ? "Basic Og==" : header;
    String both =
        new String(Base64.getDecoder().decode(basic.substring(6)), StandardCharsets.UTF_8);
    return (both + ":").split(":", 3);
  }

  private static String challenge(String verifier) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      problems.add(what);
    }
  }

  private void await() {
    try {
      if (!released.await(60, TimeUnit.SECONDS)) {
        problems.add("nobody closed the provider");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static Map<String, String> parameters(String query) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      String[] parts = pair.split("=", 2);
      all.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return all;
  }

  private static void answer(HttpExchange http, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (var out = http.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    released.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
