package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import earshot.workbench.account.Role;
import earshot.workbench.provider.ClientSecret;
import earshot.workbench.provider.ProviderLimits;
import earshot.workbench.provider.ProviderSettings;
import earshot.workbench.provider.RoleMapping;
import earshot.workbench.provider.RoleMapping.RoleOfGroup;
import earshot.workbench.provider.RoleMapping.TeamOfGroup;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real workbench against a provider on loopback, honest and otherwise. */
@Timeout(120)
class ProviderSignInTest {
  private static final int LARGEST = 20_000;

  @TempDir Path root;
  private final WorkbenchFixture.TestClock clock = new WorkbenchFixture.TestClock();
  private TestProvider provider;
  private WorkbenchFixture fixture;

  @BeforeEach
  void aProvider() throws Exception {
    provider = new TestProvider(clock);
  }

  @AfterEach
  void closed() throws Exception {
    if (fixture != null) {
      fixture.close();
    }
    provider.close();
    assertThat(provider.problems).isEmpty();
  }

  private static RoleMapping mapping() {
    return new RoleMapping(
        "realm.groups",
        "agent_id",
        List.of(
            RoleOfGroup.parse("admin=it"),
            RoleOfGroup.parse("supervisor=cn=leads,ou=quality"),
            RoleOfGroup.parse("reviewer=quality"),
            RoleOfGroup.parse("agent=callers")),
        List.of(TeamOfGroup.parse("North=n"), TeamOfGroup.parse("South=s")));
  }

  private void start(Optional<RoleMapping> mapping) throws Exception {
    ProviderLimits usual = ProviderLimits.usual();
    ProviderLimits quick =
        new ProviderLimits(
            usual.connect(),
            Duration.ofMillis(1500),
            LARGEST,
            usual.skew(),
            usual.attempt(),
            usual.metadata(),
            usual.keys(),
            usual.newKeys(),
            usual.down(),
            usual.atOnce());
    fixture =
        WorkbenchFixture.with(
            new ProviderSettings(
                provider.issuer(),
                TestProvider.CLIENT,
                new ClientSecret(TestProvider.SECRET),
                List.of("openid", "email"),
                mapping,
                Optional.empty(),
                "Pelham Water",
                quick),
            clock,
            root);
  }

  private void groups(String name, String... groups) {
    provider.person =
        Map.of(
            "sub",
            "subject-of-" + name,
            "preferred_username",
            name,
            "realm",
            Map.of("groups", List.of(groups)));
  }

  private static String to(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  /** As far as the address that the provider sends the browser back to. */
  private static String wayBack(HttpBrowser browser, String next) throws Exception {
    return to(browser.get(to(browser.get("/login/provider?next=" + next))));
  }

  private static HttpResponse<String> signIn(HttpBrowser browser) throws Exception {
    return browser.get(wayBack(browser, "/reviews"));
  }

  private static String session(HttpBrowser browser) {
    return browser.cookies().stream()
        .filter(c -> c.getName().equals("earshot-session"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  private static void noSession(HttpBrowser browser) throws Exception {
    assertThat(session(browser)).isEmpty();
    assertThat(browser.get("/").statusCode()).isEqualTo(302);
  }

  private String audit() throws Exception {
    return fixture.signedIn(Role.ADMIN).get("/admin").body();
  }

  @Test
  void groupsMakeAnAccountAndLeadToThePageAskedFor() throws Exception {
    start(Optional.of(mapping()));
    groups("Rita", "other", "quality");
    HttpBrowser browser = fixture.browser();
    assertThat(browser.get("/login?next=%2Freviews").body())
        .contains("Sign in with Pelham Water", "/login/provider?next=%2Freviews");

    HttpResponse<String> gone = browser.get("/login/provider?next=/reviews");
    assertThat(gone.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("earshot-provider=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600"));
    HttpResponse<String> back = browser.get(to(browser.get(to(gone))));

    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(to(back)).isEqualTo("/reviews");
    assertThat(browser.get("/reviews").body()).contains("rita", "reviewer", "Sign out");
    assertThat(browser.cookies().stream().map(HttpCookie::getName))
        .doesNotContain("earshot-provider");
    assertThat(audit()).contains("rita", "sign-in", "identity provider");
  }

  @Test
  void whatTheProviderSaysLastCounts() throws Exception {
    start(Optional.of(mapping()));
    groups("sam", "quality", "cn=leads,ou=quality", "n");
    HttpBrowser browser = fixture.browser();
    signIn(browser);
    assertThat(fixture.workbench.accounts().all())
        .anySatisfy(
            e -> {
              assertThat(e.account().name()).isEqualTo("sam");
              assertThat(e.account().role()).isEqualTo(Role.SUPERVISOR);
              assertThat(e.account().teams()).containsExactly("North");
            });

    provider.person =
        Map.of(
            "sub",
            "subject-of-sam",
            "agent_id",
            "A7",
            "preferred_username",
            "new-name",
            "realm",
            Map.of("groups", "callers"));
    signIn(fixture.browser());

    assertThat(fixture.workbench.accounts().all())
        .anySatisfy(
            e -> {
              assertThat(e.account().name()).isEqualTo("sam");
              assertThat(e.account().role()).isEqualTo(Role.AGENT);
              assertThat(e.account().agentId()).isEqualTo("A7");
            })
        .noneSatisfy(e -> assertThat(e.account().name()).isEqualTo("new-name"));
    assertThat(browser.get("/reviews").statusCode()).as("the open session too").isEqualTo(403);
  }

  @Test
  void aSessionOfBeforeEndsAtSignIn() throws Exception {
    start(Optional.of(mapping()));
    groups("rita", "quality");
    HttpBrowser browser = fixture.browser();
    String back = wayBack(browser, "/");
    browser.signIn(WorkbenchFixture.name(Role.TRAINER), WorkbenchFixture.PASSWORD);
    String before = session(browser);

    assertThat(browser.get(back).statusCode()).isEqualTo(302);

    assertThat(session(browser)).isNotEqualTo(before).hasSize(43);
    assertThat(fixture.browser().get("/", "Cookie", "earshot-session=" + before).statusCode())
        .isEqualTo(302);
  }

  @Test
  void peopleWithoutAGroupATeamOrAnIdStayOut() throws Exception {
    start(Optional.of(mapping()));
    Map<List<String>, String> cases =
        Map.of(
            List.of("strangers"), "none of your groups may use Earshot",
            List.of("cn=leads,ou=quality"), "does not say which team you lead",
            List.of("callers"), "does not say your agent id");
    for (Map.Entry<List<String>, String> each : cases.entrySet()) {
      groups("eve", each.getKey().toArray(String[]::new));
      HttpBrowser browser = fixture.browser();
      HttpResponse<String> answer = signIn(browser);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains(each.getValue());
      noSession(browser);
    }
    assertThat(audit()).contains("sign-in-refused", "no-role", "no-team", "subject subject-of-eve");
  }

  @Test
  void nobodyTakesTheNameOfAnotherAccount() throws Exception {
    start(Optional.of(mapping()));
    groups(WorkbenchFixture.name(Role.ADMIN), "quality");
    HttpBrowser browser = fixture.browser();
    HttpResponse<String> answer = signIn(browser);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Another account here has your name");
    noSession(browser);
  }

  @Test
  void withoutAMappingPeopleNeedAnAccountThatIsTheirs() throws Exception {
    start(Optional.empty());
    fixture
        .workbench
        .accounts()
        .add("rita@example.com", Role.REVIEWER, java.util.Set.of(), null, null, "test");
    assertThat(refusedAs(Map.of("sub", "1", "email", "rita@example.com")))
        .as("nobody verified the address")
        .contains("you have no account here");
    assertThat(
            refusedAs(Map.of("sub", "1", "email", "rita@example.com", "email_verified", "false")))
        .contains("you have no account here");

    provider.person = Map.of("sub", "1", "email", "Rita@example.com", "email_verified", true);
    HttpBrowser browser = fixture.browser();
    assertThat(signIn(browser).statusCode()).isEqualTo(302);
    assertThat(browser.get("/").body()).contains("rita@example.com");

    assertThat(refusedAs(Map.of("sub", "2", "email", "rita@example.com", "email_verified", true)))
        .as("the address belongs to somebody else now")
        .contains("you have no account here");
    provider.person = Map.of("sub", "1", "email", "married@example.com", "email_verified", true);
    HttpBrowser again = fixture.browser();
    assertThat(signIn(again).statusCode()).isEqualTo(302);
    assertThat(again.get("/").body()).contains("rita@example.com");
    assertThat(fixture.browser().signIn("rita@example.com", "any word at all").statusCode())
        .isEqualTo(401);
  }

  private String refusedAs(Map<String, Object> person) throws Exception {
    provider.person = person;
    HttpBrowser browser = fixture.browser();
    HttpResponse<String> answer = signIn(browser);
    assertThat(answer.statusCode()).isEqualTo(403);
    noSession(browser);
    return answer.body();
  }

  @Test
  void aDisabledAccountStaysOut() throws Exception {
    start(Optional.of(mapping()));
    groups("rita", "quality");
    HttpBrowser before = fixture.browser();
    signIn(before);
    fixture.workbench.accounts().disable("rita", "test");

    HttpBrowser browser = fixture.browser();
    HttpResponse<String> answer = signIn(browser);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("was disabled");
    noSession(browser);
    assertThat(before.get("/").statusCode()).isEqualTo(302);
    assertThat(audit()).contains("sign-in-refused", "disabled (");
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
    WorkbenchFixture.TestClock now = new WorkbenchFixture.TestClock();
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
        claim("expired", c -> c.expirationTime(Date.from(now.instant().minusSeconds(61)))),
        claim("no expiry", c -> c.expirationTime(null)),
        claim("issued in the future", c -> c.issueTime(Date.from(now.instant().plusSeconds(90)))),
        claim("no issue time", c -> c.issueTime(null)),
        claim("not valid yet", c -> c.notBeforeTime(Date.from(now.instant().plusSeconds(90)))),
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
            p -> p.instead = () -> "{\"id_token\":\"" + "x".repeat(LARGEST) + "\"}",
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
    start(Optional.of(mapping()));
    groups("rita", "quality");
    lie.told().accept(provider);
    HttpBrowser browser = fixture.browser();

    HttpResponse<String> answer = signIn(browser);

    assertThat(answer.statusCode()).isEqualTo(lie.status());
    assertThat(answer.body()).contains("role=\"alert\"").doesNotContain("<script>", "Exception");
    noSession(browser);
    assertThat(fixture.workbench.accounts().all())
        .noneSatisfy(e -> assertThat(e.account().name()).isEqualTo("rita"));
    assertThat(audit().contains("sign-in-refused")).isEqualTo(lie.status() == 403);
  }

  @Test
  void aClockThatIsALittleWrongIsForgiven() throws Exception {
    start(Optional.of(mapping()));
    groups("rita", "quality");
    provider.claims =
        c ->
            c.issueTime(Date.from(clock.instant().plusSeconds(55)))
                .expirationTime(Date.from(clock.instant().minusSeconds(55)))
                .audience(List.of("earshot", "another"))
                .claim("azp", "earshot");
    assertThat(signIn(fixture.browser()).statusCode()).isEqualTo(302);
  }

  /** What an attacker does to the way back. */
  record Detour(String name, Taken taken) {
    /** Gives the answer that must not sign in. */
    interface Taken {
      HttpResponse<String> by(ProviderSignInTest test, HttpBrowser browser) throws Exception;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Detour> detours() {
    return Stream.of(
        new Detour(
            "wrong state",
            (t, b) -> b.get(wayBack(b, "/").replaceAll("state=[^&]*", "state=" + "x".repeat(43)))),
        new Detour("no state", (t, b) -> b.get(wayBack(b, "/").replaceAll("state=[^&]*&", ""))),
        new Detour("state of another browser", (t, b) -> b.get(wayBack(t.fixture.browser(), "/"))),
        new Detour(
            "state and code of another browser, own sign-in begun",
            (t, b) -> {
              wayBack(b, "/");
              return b.get(wayBack(t.fixture.browser(), "/"));
            }),
        new Detour(
            "code of another browser, own state",
            (t, b) -> {
              String code = wayBack(t.fixture.browser(), "/").replaceAll(".*code=", "");
              return b.get(wayBack(b, "/").replaceAll("code=.*", "code=" + code));
            }),
        new Detour(
            "cookie changed",
            (t, b) -> {
              String back = wayBack(b, "/");
              HttpCookie cookie =
                  b.cookies().stream()
                      .filter(c -> c.getName().equals("earshot-provider"))
                      .findFirst()
                      .orElseThrow();
              cookie.setValue(cookie.getValue() + "x");
              return b.get(back);
            }),
        new Detour(
            "too late",
            (t, b) -> {
              String back = wayBack(b, "/");
              t.clock.pass(Duration.ofMinutes(11));
              return b.get(back);
            }),
        new Detour("nothing begun", (t, b) -> b.get("/login/callback?state=x&code=y")),
        new Detour(
            "an older sign-in of the same browser",
            (t, b) -> {
              String older = wayBack(b, "/");
              wayBack(b, "/");
              return b.get(older);
            }));
  }

  @ParameterizedTest
  @MethodSource("detours")
  void whoDidNotBeginTheSignInDoesNotFinishIt(Detour detour) throws Exception {
    start(Optional.of(mapping()));
    groups("rita", "quality");
    HttpBrowser browser = fixture.browser();
    HttpResponse<String> answer = detour.taken().by(this, browser);
    assertThat(answer.statusCode()).isIn(400, 403);
    assertThat(answer.body()).contains("Begin again");
    noSession(browser);
    assertThat(audit()).contains("sign-in-refused");
  }

  @Test
  void aWayBackIsGoneOnce() throws Exception {
    start(Optional.of(mapping()));
    groups("rita", "quality");
    HttpBrowser browser = fixture.browser();
    String back = wayBack(browser, "/");
    HttpCookie kept =
        browser.cookies().stream()
            .filter(c -> c.getName().equals("earshot-provider"))
            .findFirst()
            .orElseThrow();
    assertThat(browser.get(back).statusCode()).isEqualTo(302);
    int redeemed = provider.tokenRequests.get();

    for (HttpBrowser other : List.of(browser, fixture.browser())) {
      HttpResponse<String> again = other.get(back, "Cookie", "earshot-provider=" + kept.getValue());
      assertThat(again.statusCode()).isEqualTo(400);
      assertThat(again.headers().allValues("Set-Cookie"))
          .noneSatisfy(cookie -> assertThat(cookie).startsWith("earshot-session"));
    }
    assertThat(provider.tokenRequests.get()).as("the code is not even shown").isEqualTo(redeemed);
  }

  @Test
  void theWayBackLeadsNowhereElse() throws Exception {
    start(Optional.of(mapping()));
    groups("rita", "quality");
    Map<String, String> landings = new LinkedHashMap<>();
    for (String next :
        List.of(
            "//evil.example/",
            "https://evil.example/",
            "/%5Cevil.example",
            "/%09/evil.example",
            "javascript:alert(1)",
            "/" + "a".repeat(2000),
            "/admin%3Foffset%3D3")) {
      HttpBrowser browser = fixture.browser();
      landings.put(next, to(browser.get(wayBack(browser, next))));
    }
    assertThat(landings.remove("/admin%3Foffset%3D3")).isEqualTo("/admin?offset=3");
    assertThat(landings.values()).hasSize(6).containsOnly("/");
  }

  @Test
  void theAddressToComeBackToIsNotTakenFromTheRequest() throws Exception {
    start(Optional.of(mapping()));
    String there =
        to(
            fixture
                .browser()
                .get(
                    "/login/provider",
                    "X-Forwarded-Host",
                    "evil.example",
                    "Forwarded",
                    "host=evil.example"));
    assertThat(TestProvider.parameters(there.substring(there.indexOf('?') + 1)))
        .containsEntry(
            "redirect_uri",
            "http://127.0.0.1:" + fixture.workbench.server().port() + "/login/callback");
  }

  @Test
  void newKeysAreLearntButNotOftenerThanOnceAMinute() throws Exception {
    start(Optional.of(mapping()));
    groups("rita", "quality");
    assertThat(signIn(fixture.browser()).statusCode()).isEqualTo(302);
    assertThat(provider.keyRequests.get()).isEqualTo(1);
    signIn(fixture.browser());
    assertThat(provider.keyRequests.get()).as("they are kept").isEqualTo(1);

    provider.rotate();
    clock.pass(Duration.ofSeconds(61));
    assertThat(signIn(fixture.browser()).statusCode()).isEqualTo(302);
    assertThat(provider.keyRequests.get()).isEqualTo(2);

    RSAKey foreign = TestProvider.newKey();
    provider.signing = c -> TestProvider.signed(c, foreign);
    for (int i = 0; i < 5; i++) {
      assertThat(signIn(fixture.browser()).statusCode()).isEqualTo(403);
    }
    assertThat(provider.keyRequests.get()).isEqualTo(2);
    clock.pass(Duration.ofMinutes(2));
    signIn(fixture.browser());
    assertThat(provider.keyRequests.get()).isEqualTo(3);
  }

  @Test
  void aProviderThatIsDownStopsNobodyElse() throws Exception {
    provider.down = true;
    start(Optional.of(mapping()));
    assertThat(provider.descriptions.get()).as("nobody asked at the start").isZero();
    HttpBrowser browser = fixture.browser();
    HttpResponse<String> answer = browser.get("/login/provider?next=/reviews");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .contains("identity provider does not answer", "value=\"/reviews\"", "password");
    noSession(browser);
    browser.get("/login/provider");
    assertThat(provider.descriptions.get()).as("left alone for a moment").isEqualTo(1);
    assertThat(fixture.signedIn(Role.REVIEWER).get("/").statusCode()).isEqualTo(200);

    provider.down = false;
    groups("rita", "quality");
    clock.pass(Duration.ofSeconds(11));
    assertThat(signIn(browser).statusCode()).isEqualTo(302);
  }

  @Test
  void aDescriptionThatLeadsAstrayIsNotFollowed() throws Exception {
    start(Optional.of(mapping()));
    for (Map<String, Object> lie :
        List.<Map<String, Object>>of(
            Map.of("issuer", "https://evil.example"),
            Map.of("token_endpoint", "http://evil.example/token"),
            Map.of("authorization_endpoint", "javascript:alert(1)"),
            Map.of("jwks_uri", "file:///etc/passwd"),
            Map.of("id_token_signing_alg_values_supported", List.of("none", "HS256")),
            Map.of("token_endpoint_auth_methods_supported", List.of("none")))) {
      provider.description =
          all -> {
            Map<String, Object> changed = new LinkedHashMap<>(all);
            changed.putAll(lie);
            return changed;
          };
      clock.pass(Duration.ofSeconds(11));
      assertThat(fixture.browser().get("/login/provider").statusCode())
          .as(lie.toString())
          .isEqualTo(503);
    }
  }

  @Test
  void theSecretGoesWhereTheProviderWantsIt() throws Exception {
    description("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
    start(Optional.of(mapping()));
    groups("rita", "quality");
    assertThat(signIn(fixture.browser()).statusCode()).isEqualTo(302);
  }

  @Test
  void aProviderThatNamesItselfDoesSoEachTime() throws Exception {
    description("authorization_response_iss_parameter_supported", true);
    start(Optional.of(mapping()));
    groups("rita", "quality");
    assertThat(signIn(fixture.browser()).statusCode()).isEqualTo(403);
    HttpBrowser browser = fixture.browser();
    String back = wayBack(browser, "/") + "&iss=" + provider.issuer();
    assertThat(browser.get(back).statusCode()).isEqualTo(302);
  }

  private void description(String key, Object value) {
    provider.description =
        all -> {
          Map<String, Object> changed = new LinkedHashMap<>(all);
          changed.put(key, value);
          return changed;
        };
  }

  @Test
  void addressesThatKeepFailingPause() throws Exception {
    start(Optional.of(mapping()));
    HttpBrowser browser = fixture.browser();
    for (int i = 0; i < 30; i++) {
      assertThat(browser.get("/login/callback?state=x&code=y").statusCode()).isEqualTo(400);
    }
    HttpResponse<String> paused = browser.get("/login/callback?state=x&code=y");
    assertThat(paused.statusCode()).isEqualTo(429);
    assertThat(paused.headers().firstValue("Retry-After")).contains("30");
    assertThat(fixture.signedIn(Role.ADMIN).get("/").statusCode())
        .as("passwords are counted apart")
        .isEqualTo(200);
  }

  @Test
  void signingOutEndsBothSessions() throws Exception {
    start(Optional.of(mapping()));
    groups("rita", "quality");
    HttpBrowser browser = fixture.browser();
    signIn(browser);
    HttpResponse<String> out =
        browser.send("POST", "/logout", Map.of(), "X-CSRF-Token", browser.token("/"));
    assertThat(out.statusCode()).isEqualTo(200);
    assertThat(browser.get("/").statusCode()).as("the one here at once").isEqualTo(302);
    String there = out.headers().firstValue("Refresh").orElse("").replace("0; url=", "");
    assertThat(there).startsWith(provider.issuer() + "/out?id_token_hint=");
    assertThat(to(browser.get(there)))
        .isEqualTo("http://127.0.0.1:" + fixture.workbench.server().port() + "/login");

    HttpBrowser local = fixture.signedIn(Role.REVIEWER);
    assertThat(to(local.send("POST", "/logout", Map.of(), "X-CSRF-Token", local.token("/"))))
        .as("who signed in here signs out here")
        .isEqualTo("/login");
  }
}
