package earshot.workbench;

import static earshot.workbench.CompanySignIn.noSession;
import static earshot.workbench.CompanySignIn.signIn;
import static earshot.workbench.CompanySignIn.wayBack;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import earshot.workbench.account.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a provider is set up, and what is asked of it how often: each case begins anew. */
@Timeout(120)
class ProviderSetUpTest {
  @TempDir Path root;
  private CompanySignIn company;

  @AfterEach
  void closed() throws Exception {
    company.close();
  }

  @Test
  void withoutAMappingPeopleNeedAnAccountThatIsTheirs() throws Exception {
    company = CompanySignIn.byAccounts(root);
    company
        .fixture
        .workbench
        .accounts()
        .add("rita@example.com", Role.REVIEWER, Set.of(), null, null, "test");
    assertThat(refusedAs(Map.of("sub", "1", "email", "rita@example.com")))
        .as("nobody verified the address")
        .contains("you have no account here");
    assertThat(
            refusedAs(Map.of("sub", "1", "email", "rita@example.com", "email_verified", "false")))
        .contains("you have no account here");

    company.provider.person =
        Map.of("sub", "1", "email", "Rita@example.com", "email_verified", true);
    HttpBrowser browser = company.browser();
    assertThat(signIn(browser).statusCode()).isEqualTo(302);
    assertThat(browser.get("/").body()).contains("rita@example.com");

    assertThat(refusedAs(Map.of("sub", "2", "email", "rita@example.com", "email_verified", true)))
        .as("the address belongs to somebody else now")
        .contains("you have no account here");
    company.provider.person =
        Map.of("sub", "1", "email", "married@example.com", "email_verified", true);
    HttpBrowser again = company.browser();
    assertThat(signIn(again).statusCode()).isEqualTo(302);
    assertThat(again.get("/").body()).contains("rita@example.com");
    assertThat(company.browser().signIn("rita@example.com", "any word at all").statusCode())
        .isEqualTo(401);
  }

  private String refusedAs(Map<String, Object> person) throws Exception {
    company.provider.person = person;
    HttpBrowser browser = company.browser();
    HttpResponse<String> answer = signIn(browser);
    assertThat(answer.statusCode()).isEqualTo(403);
    noSession(browser);
    return answer.body();
  }

  @Test
  void newKeysAreLearntButNotOftenerThanOnceAMinute() throws Exception {
    company = CompanySignIn.byGroups(root);
    company.groups("rita", "quality");
    assertThat(signIn(company.browser()).statusCode()).isEqualTo(302);
    assertThat(company.provider.keyRequests.get()).isEqualTo(1);
    signIn(company.browser());
    assertThat(company.provider.keyRequests.get()).as("they are kept").isEqualTo(1);

    company.provider.rotate();
    company.clock.pass(Duration.ofSeconds(61));
    assertThat(signIn(company.browser()).statusCode()).isEqualTo(302);
    assertThat(company.provider.keyRequests.get()).isEqualTo(2);

    RSAKey foreign = TestProvider.newKey();
    company.provider.signing = c -> TestProvider.signed(c, foreign);
    for (int i = 0; i < 5; i++) {
      assertThat(signIn(company.browser()).statusCode()).isEqualTo(403);
    }
    assertThat(company.provider.keyRequests.get()).isEqualTo(2);
    company.clock.pass(Duration.ofMinutes(2));
    signIn(company.browser());
    assertThat(company.provider.keyRequests.get()).isEqualTo(3);
  }

  @Test
  void aProviderThatIsDownStopsNobodyElse() throws Exception {
    company = CompanySignIn.byGroups(root);
    company.provider.down = true;
    assertThat(company.provider.descriptions.get()).as("nobody asked at the start").isZero();
    HttpBrowser browser = company.browser();
    HttpResponse<String> answer = browser.get("/login/provider?next=/reviews");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .contains("identity provider does not answer", "value=\"/reviews\"", "password");
    noSession(browser);
    browser.get("/login/provider");
    assertThat(company.provider.descriptions.get()).as("left alone for a moment").isEqualTo(1);
    assertThat(company.fixture.signedIn(Role.REVIEWER).get("/").statusCode()).isEqualTo(200);

    company.provider.down = false;
    company.groups("rita", "quality");
    company.clock.pass(Duration.ofSeconds(11));
    assertThat(signIn(browser).statusCode()).isEqualTo(302);
  }

  @Test
  void aDescriptionThatLeadsAstrayIsNotFollowed() throws Exception {
    company = CompanySignIn.byGroups(root);
    for (Map<String, Object> lie :
        List.<Map<String, Object>>of(
            Map.of("issuer", "https://evil.example"),
            Map.of("token_endpoint", "http://evil.example/token"),
            Map.of("authorization_endpoint", "javascript:alert(1)"),
            Map.of("jwks_uri", "file:///etc/passwd"),
            Map.of("id_token_signing_alg_values_supported", List.of("none", "HS256")),
            Map.of("token_endpoint_auth_methods_supported", List.of("none")))) {
      company.description(lie);
      company.clock.pass(Duration.ofSeconds(11));
      assertThat(company.browser().get("/login/provider").statusCode())
          .as(lie.toString())
          .isEqualTo(503);
    }
  }

  @Test
  void theSecretGoesWhereTheProviderWantsIt() throws Exception {
    company = CompanySignIn.byGroups(root);
    company.description(
        Map.of("token_endpoint_auth_methods_supported", List.of("client_secret_post")));
    company.groups("rita", "quality");
    assertThat(signIn(company.browser()).statusCode()).isEqualTo(302);
  }

  @Test
  void aProviderThatNamesItselfDoesSoEachTime() throws Exception {
    company = CompanySignIn.byGroups(root);
    company.description(Map.of("authorization_response_iss_parameter_supported", true));
    company.groups("rita", "quality");
    assertThat(signIn(company.browser()).statusCode()).isEqualTo(403);
    HttpBrowser browser = company.browser();
    String back = wayBack(browser, "/") + "&iss=" + company.provider.issuer();
    assertThat(browser.get(back).statusCode()).isEqualTo(302);
  }
}
