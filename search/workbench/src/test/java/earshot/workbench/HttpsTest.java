package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import earshot.workbench.provider.ClientSecret;
import earshot.workbench.provider.ProviderLimits;
import earshot.workbench.provider.ProviderSettings;
import earshot.workbench.tls.TestCertificate;
import earshot.workbench.web.Links;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The workbench where it speaks TLS itself. */
@Timeout(120)
class HttpsTest {
  private static final TestCertificate CERTIFICATE = TestCertificate.ec().make();

  @TempDir static Path root;
  private static TestProvider provider;
  private static WorkbenchFixture fixture;

  @BeforeAll
  static void aWorkbench() throws Exception {
    WorkbenchFixture.TestClock clock = new WorkbenchFixture.TestClock();
    provider = new TestProvider(clock);
    fixture =
        WorkbenchFixture.overTls(
            CERTIFICATE.in(root),
            new ProviderSettings(
                provider.issuer(),
                TestProvider.CLIENT,
                new ClientSecret(TestProvider.SECRET),
                List.of("openid"),
                Optional.empty(),
                Optional.empty(),
                "Pelham Water",
                ProviderLimits.usual()),
            clock,
            root);
  }

  @AfterAll
  static void closed() throws Exception {
    fixture.close();
    provider.close();
  }

  private static HttpBrowser browser() {
    return new HttpBrowser(URI.create(fixture.address()), CERTIFICATE.client());
  }

  @Test
  void peopleSignInWithCookiesForHttpsOnly() throws Exception {
    HttpBrowser browser = browser();
    HttpResponse<String> page = browser.get("/login");
    assertThat(page.body()).doesNotContain("HTTPS");

    HttpResponse<String> answer =
        browser.signIn(WorkbenchFixture.name(Role.ADMIN), WorkbenchFixture.PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-earshot-")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/"));
    assertThat(browser.get("/admin").statusCode()).isEqualTo(200);
  }

  @Test
  void whatABrowserSaysOfAProxyChangesNothing() throws Exception {
    HttpResponse<String> answer =
        browser().get("/login", "X-Forwarded-Proto", "http", "X-Forwarded-For", "10.0.0.1");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-").contains("Secure"));
  }

  @Test
  void everyAnswerAsksForHttpsFromNowOn() throws Exception {
    for (String path :
        List.of("/login", "/", "/health", "/metrics", "/static/earshot.css", "/nothing-here")) {
      assertThat(browser().get(path).headers().firstValue("Strict-Transport-Security"))
          .as(path)
          .contains("max-age=31536000; includeSubDomains");
    }
  }

  @Test
  void monitorsAskOnTheSamePort() throws Exception {
    assertThat(browser().get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(browser().get("/metrics", "Authorization", "Bearer " + WorkbenchFixture.MONITOR))
        .satisfies(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(200);
              assertThat(answer.body()).contains("earshot_index_age_seconds");
            });
  }

  @Test
  void plainHttpGetsNoContent() throws Exception {
    try (RawHttp http = RawHttp.to(fixture.workbench.server().port(), Duration.ofSeconds(30))) {
      http.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(http.rest()).doesNotContain("HTTP/", "UP");
    }
  }

  @Test
  void theProviderSendsPeopleBackByHttps() throws Exception {
    String there = browser().get("/login/provider").headers().firstValue("Location").orElseThrow();
    assertThat(there)
        .contains("redirect_uri=" + Links.value(fixture.address() + "/login/callback"));
  }

  /** Ends before anything is served. */
  private static String refused(String... arguments) {
    StringWriter err = new StringWriter();
    String[] all = new String[arguments.length + 3];
    all[0] = "serve";
    all[1] = "--data";
    all[2] = root.resolve("data").toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    int code =
        EarshotCommand.commandLine()
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err, true))
            .execute(all);
    assertThat(code).as(err.toString()).isNotZero();
    return err.toString();
  }

  @Test
  void serveSaysWhatIsMissing() throws Exception {
    Path file = Files.writeString(root.resolve("empty.pem"), "");
    assertThat(refused("--tls-certificate", file.toString()))
        .contains("--tls-certificate and --tls-key are needed together");
    assertThat(refused("--tls-key", file.toString()))
        .contains("--tls-certificate and --tls-key are needed together");
  }
}
