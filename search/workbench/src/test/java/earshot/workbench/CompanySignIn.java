package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import earshot.workbench.provider.ClientSecret;
import earshot.workbench.provider.ProviderLimits;
import earshot.workbench.provider.ProviderSettings;
import earshot.workbench.provider.RoleMapping;
import earshot.workbench.provider.RoleMapping.RoleOfGroup;
import earshot.workbench.provider.RoleMapping.TeamOfGroup;
import earshot.workbench.web.Moment;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A workbench whose people sign in at a provider on loopback. One may serve many cases: after
 * {@link #anotherDay} nothing of the case before is left but the accounts it made.
 */
final class CompanySignIn implements AutoCloseable {
  static final int LARGEST = 20_000;

  final WorkbenchFixture.TestClock clock = new WorkbenchFixture.TestClock();
  final TestProvider provider;
  final WorkbenchFixture fixture;

  private CompanySignIn(Path root, Optional<RoleMapping> mapping) throws IOException {
    provider = new TestProvider(clock);
    fixture = WorkbenchFixture.with(settings(mapping), clock, root);
  }

  /** One where groups of the provider decide what people may do. */
  static CompanySignIn byGroups(Path root) throws IOException {
    return new CompanySignIn(
        root,
        Optional.of(
            new RoleMapping(
                "realm.groups",
                "agent_id",
                List.of(
                    RoleOfGroup.parse("admin=it"),
                    RoleOfGroup.parse("supervisor=cn=leads,ou=quality"),
                    RoleOfGroup.parse("reviewer=quality"),
                    RoleOfGroup.parse("agent=callers")),
                List.of(TeamOfGroup.parse("North=n"), TeamOfGroup.parse("South=s")))));
  }

  /** One where people need an account that an admin made. */
  static CompanySignIn byAccounts(Path root) throws IOException {
    return new CompanySignIn(root, Optional.empty());
  }

  private ProviderSettings settings(Optional<RoleMapping> mapping) {
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
    return new ProviderSettings(
        provider.issuer(),
        TestProvider.CLIENT,
        new ClientSecret(TestProvider.SECRET),
        List.of("openid", "email"),
        mapping,
        Optional.empty(),
        "Pelham Water",
        quick);
  }

  /** The provider is honest again; what was remembered of failures, keys and pages is old. */
  void anotherDay() {
    provider.behave();
    clock.pass(Duration.ofHours(25));
  }

  /** Who is at the provider's page. */
  void groups(String name, String... groups) {
    provider.person =
        Map.of(
            "sub",
            "subject-of-" + name,
            "preferred_username",
            name,
            "realm",
            Map.of("groups", List.of(groups)));
  }

  /** What the provider says of itself, changed. */
  void description(Map<String, Object> changes) {
    provider.description =
        all -> {
          Map<String, Object> changed = new LinkedHashMap<>(all);
          changed.putAll(changes);
          return changed;
        };
  }

  HttpBrowser browser() {
    return fixture.browser();
  }

  static String to(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  /** As far as the address that the provider sends the browser back to. */
  static String wayBack(HttpBrowser browser, String next) throws Exception {
    return to(browser.get(to(browser.get("/login/provider?next=" + next))));
  }

  static HttpResponse<String> signIn(HttpBrowser browser) throws Exception {
    return browser.get(wayBack(browser, "/reviews"));
  }

  static String cookie(HttpBrowser browser, String name) {
    return browser.cookies().stream()
        .filter(c -> c.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  static String session(HttpBrowser browser) {
    return cookie(browser, "earshot-session");
  }

  static void noSession(HttpBrowser browser) throws Exception {
    assertThat(session(browser)).isEmpty();
    assertThat(browser.get("/").statusCode()).isEqualTo(302);
  }

  String audit() throws Exception {
    return fixture.signedIn(Role.ADMIN).get("/admin").body();
  }

  /** Whether the audit holds a refusal of this very moment. */
  boolean refusedNow() throws Exception {
    String now = Pattern.quote(Moment.toTheSecond(clock.instant()).iso());
    return Pattern.compile(
            "datetime=\"" + now + "\">[^<]*</time></td><td>[^<]*</td><td>sign-in-refused</td>")
        .matcher(audit())
        .find();
  }

  @Override
  public void close() throws IOException {
    fixture.close();
    provider.close();
    assertThat(provider.problems).isEmpty();
  }
}
