package earshot.workbench;

import static earshot.workbench.CompanySignIn.noSession;
import static earshot.workbench.CompanySignIn.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a provider says that is not true, or too much, or nothing at all: nobody gets in by it. */
@Timeout(120)
class ProviderLiesTest {
  @TempDir static Path root;
  private static CompanySignIn company;

  @BeforeAll
  static void aCompany() throws Exception {
    company = CompanySignIn.byGroups(root);
  }

  @BeforeEach
  void anotherDay() {
    company.anotherDay();
  }

  @AfterAll
  static void closed() throws Exception {
    company.close();
  }

  /** A lie, and what the browser is told. */
  record Lie(String name, Consumer<TestProvider> told, int status) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Lie claim(String name, Consumer<JWTClaimsSet.Builder> claims) {
    return new Lie(name, p -> p.claims = claims, 403);
  }

  private static Lie token(String name, TestProvider.Signing signing) {
    return new Lie(name, p -> p.signing = signing, 403);
  }

  static Stream<Lie> lies() {
    RSAKey foreign = TestProvider.newKey();
    return Stream.of(
        claim("wrong nonce", c -> c.claim("nonce", "x".repeat(43))),
        claim("no nonce", c -> c.claim("nonce", null)),
        claim("wrong audience", c -> c.audience("another")),
        claim("no audience", c -> c.audience((String) null)),
        claim("several audiences without azp", c -> c.audience(List.of("earshot", "another"))),
        claim("azp of another", c -> c.claim("azp", "another")),
        claim(
            "several audiences, azp of another",
            c -> c.audience(List.of("earshot", "another")).claim("azp", "another")),
        new Lie(
            "expired",
            p -> p.claims = c -> c.expirationTime(Date.from(p.now().minusSeconds(61))),
            403),
        claim("no expiry", c -> c.expirationTime(null)),
        new Lie(
            "issued in the future",
            p -> p.claims = c -> c.issueTime(Date.from(p.now().plusSeconds(90))),
            403),
        claim("no issue time", c -> c.issueTime(null)),
        new Lie(
            "not valid yet",
            p -> p.claims = c -> c.notBeforeTime(Date.from(p.now().plusSeconds(90))),
            403),
        claim("wrong issuer", c -> c.issuer("https://login.example.com")),
        claim("issuer with a slash more", c -> c.issuer(c.getClaims().get("iss") + "/")),
        claim("no subject", c -> c.subject(null)),
        claim("empty subject", c -> c.subject("  ")),
        claim("endless subject", c -> c.subject("s".repeat(256))),
        token("alg none", c -> new PlainJWT(c).serialize()),
        token("foreign key, own name", c -> TestProvider.signed(c, foreign)),
        token("no token", c -> "three.short.words"),
        new Lie(
            "foreign key under a known name",
            p ->
                p.signing =
                    c ->
                        TestProvider.signed(
                            c, new RSAKey.Builder(foreign).keyID(p.key().getKeyID()).build()),
            403),
        new Lie("HS256 with the public key", p -> p.signing = c -> hmac(c, p.key()), 403),
        new Lie("HS256 with the client secret", p -> p.signing = c -> hmac(c, null), 403),
        new Lie("tampered payload", p -> p.signing = c -> tampered(p.signed(c)), 403),
        new Lie(
            "signature cut off", p -> p.signing = c -> p.signed(c).replaceAll("[^.]*$", ""), 403),
        new Lie("no ID token", p -> p.instead = () -> "{\"access_token\":\"x\"}", 403),
        new Lie("the provider says no", p -> p.error = "&error=access_denied", 403),
        new Lie("no code", p -> p.error = "", 403),
        new Lie("code and error", p -> p.error = "&code=x&error=%3Cscript%3E", 403),
        new Lie("code made up", p -> p.error = "&code=made-up", 403),
        new Lie("answer of another issuer", p -> p.error = "&code=x&iss=https://evil.example", 403),
        new Lie(
            "oversize answer",
            p -> p.instead = () -> "{\"id_token\":\"" + "x".repeat(CompanySignIn.LARGEST) + "\"}",
            503),
        new Lie("answer that is no JSON", p -> p.instead = () -> "<html>", 503),
        new Lie("answer that is no object", p -> p.instead = () -> "[1]", 503),
        new Lie(
            "two tokens in one answer",
            p -> p.instead = () -> "{\"id_token\":\"a\",\"id_token\":\"b\"}",
            503),
        new Lie("no answer", p -> p.silent = true, 503),
        new Lie("answer that never ends", p -> p.endless = true, 503),
        new Lie("failing", p -> p.status = 500, 503),
        new Lie("moved elsewhere", p -> p.status = 307, 403));
  }

  /** The classic: a verifier that takes the public key for a shared secret. */
  private static String hmac(JWTClaimsSet claims, RSAKey key)
      throws com.nimbusds.jose.JOSEException {
    byte[] secret =
        key == null
            ? (TestProvider.SECRET + TestProvider.SECRET).getBytes(StandardCharsets.UTF_8)
            : key.toRSAPublicKey().getEncoded();
    JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.HS256);
    SignedJWT jwt =
        new SignedJWT(key == null ? header.build() : header.keyID(key.getKeyID()).build(), claims);
    jwt.sign(new MACSigner(secret));
    return jwt.serialize();
  }

  private static String tampered(String token) {
    String[] parts = token.split("\\.");
    String payload =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("subject-of-rita", "subject-of-adam");
    return parts[0]
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(payload.getBytes(StandardCharsets.UTF_8))
        + "."
        + parts[2];
  }

  @ParameterizedTest
  @MethodSource("lies")
  void liesLetNobodyIn(Lie lie) throws Exception {
    company.groups("rita", "quality");
    lie.told().accept(company.provider);
    HttpBrowser browser = company.browser();

    HttpResponse<String> answer = signIn(browser);

    assertThat(answer.statusCode()).isEqualTo(lie.status());
    assertThat(answer.body()).contains("role=\"alert\"").doesNotContain("<script>", "Exception");
    noSession(browser);
    assertThat(company.fixture.workbench.accounts().all())
        .noneSatisfy(e -> assertThat(e.account().name()).isEqualTo("rita"));
    assertThat(company.refusedNow()).isEqualTo(lie.status() == 403);
  }

  @Test
  void aClockThatIsALittleWrongIsForgiven() throws Exception {
    company.groups("clara", "quality");
    company.provider.claims =
        c ->
            c.issueTime(Date.from(company.clock.instant().plusSeconds(55)))
                .expirationTime(Date.from(company.clock.instant().minusSeconds(55)))
                .audience(List.of("earshot", "another"))
                .claim("azp", "earshot");
    assertThat(signIn(company.browser()).statusCode()).isEqualTo(302);
  }
}
