package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.browser.Browser;
import earshot.workbench.provider.ClientSecret;
import earshot.workbench.provider.ProviderLimits;
import earshot.workbench.provider.ProviderSettings;
import earshot.workbench.provider.RoleMapping;
import earshot.workbench.provider.RoleMapping.RoleOfGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with the company's account, in a real browser. */
@Timeout(300)
class ProviderSignInIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  @TempDir private static Path root;
  private static final WorkbenchFixture.TestClock CLOCK = new WorkbenchFixture.TestClock();
  private static TestProvider provider;
  private static WorkbenchFixture fixture;
  private static SignedInBrowser browser;

  @BeforeAll
  static void serve() throws IOException {
    provider = new TestProvider(CLOCK);
    provider.asks = true;
    fixture =
        WorkbenchFixture.with(
            new ProviderSettings(
                provider.issuer(),
                TestProvider.CLIENT,
                new ClientSecret(TestProvider.SECRET),
                List.of("openid"),
                Optional.of(
                    new RoleMapping(
                        "groups",
                        "agent_id",
                        List.of(RoleOfGroup.parse("reviewer=quality")),
                        List.of())),
                Optional.empty(),
                "Pelham Water",
                ProviderLimits.usual()),
            CLOCK,
            root);
    browser = new SignedInBrowser(BROWSER, fixture);
  }

  @AfterAll
  static void stop() throws IOException {
    if (fixture != null) {
      fixture.close();
    }
    if (provider != null) {
      provider.close();
    }
  }

  private static void atProvider(String name, String group) {
    provider.person =
        Map.of("sub", "s-" + name, "preferred_username", name, "groups", List.of(group));
  }

  @Test
  void theButtonLeadsThereAndBackAndSigningOutLeadsThereToo() {
    atProvider("rita", "quality");
    browser.open("/reviews");
    BROWSER.click(".sign-in-provider a");
    BROWSER.click("#go");
    BROWSER.await("rita is signed in", "document.querySelector('.sign-out') !== null");
    assertThat(BROWSER.driver().getCurrentUrl()).endsWith("/reviews");
    assertThat(BROWSER.find(".who").getText()).contains("rita", "reviewer");

    BROWSER.click(".sign-out button");
    BROWSER.await(
        "signed out there and back at the form",
        "location.pathname === '/login' && document.querySelector('#password') !== null");
    browser.open("/reviews");
    assertThat(BROWSER.driver().getCurrentUrl()).contains("/login?next=");
    assertThat(BROWSER.errors()).isEmpty();
    assertThat(provider.problems).isEmpty();
  }

  @Test
  void thePageIsAccessibleAndSaysWhySomebodyStaysOut() throws IOException {
    browser.open("/login");
    browser.look(Browser.LAPTOP, "light", "login-provider-light");
    browser.look(Browser.LAPTOP, "dark", "login-provider-dark");
    browser.look(Browser.PHONE, "light", "login-provider-phone");

    atProvider("eve", "strangers");
    BROWSER.click(".sign-in-provider a");
    BROWSER.click("#go");
    assertThat(BROWSER.find("[role=alert]").getText()).contains("none of your groups");
    BROWSER.errors(); // the browser notes that the answer was 403
    browser.look(Browser.LAPTOP, "light", "login-refused-light");
  }
}
