package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import earshot.workbench.browser.Browser;
import earshot.workbench.call.SampleCalls;
import earshot.workbench.tls.TestCertificate;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Cookie;

/** The workbench's own TLS in front of a real browser, which asks more of a page than HTTP does. */
class HttpsIT {
  private static final TestCertificate CERTIFICATE = TestCertificate.ec().make();

  @RegisterExtension static final Browser BROWSER = Browser.trusting(CERTIFICATE.publicKey());

  @TempDir private static Path root;
  private static WorkbenchFixture fixture;

  @BeforeAll
  static void serve() throws Exception {
    fixture = WorkbenchFixture.overTls(CERTIFICATE.in(root), root);
    SampleCalls.run(fixture.folder, "c1003");
  }

  @AfterAll
  static void stop() throws Exception {
    if (fixture != null) {
      fixture.close();
    }
  }

  @Test
  void aCallIsFoundAndHeardAndAnAnswerOverridden() {
    SignedInBrowser person = new SignedInBrowser(BROWSER, fixture);
    person.signIn(Role.REVIEWER);
    assertThat(BROWSER.script("return location.protocol + isSecureContext"))
        .isEqualTo("https:true");
    assertThat(BROWSER.driver().manage().getCookies())
        .isNotEmpty()
        .allMatch(Cookie::isSecure)
        .allMatch(cookie -> cookie.getName().startsWith("__Host-"));
    person.open("/?q=samsung");
    BROWSER.click("main a[href*='/calls/c1003']");
    BROWSER.click("#answer-courtesy-no-rude-words .play-quote");
    String audio = "document.getElementById('audio')";
    double from = BROWSER.number(audio + ".currentTime");
    BROWSER.await("the sound plays on", audio + ".currentTime > arguments[0] + 0.5", from);
    BROWSER.script(audio + ".currentTime = " + audio + ".duration - 3");
    BROWSER.await(
        "it plays from another part of the file",
        audio + ".currentTime > " + audio + ".duration - 2.5");
    BROWSER.click("#answer-courtesy-greeting .answer-controls summary");
    BROWSER.find("#answer-courtesy-greeting input[name=comment]").sendKeys("Heard at 0:01.");
    BROWSER.click("#answer-courtesy-greeting form[action*='/answers'] button");
    assertThat(BROWSER.find("#answer-courtesy-greeting .decided").getText())
        .contains("the-reviewer", "Heard at 0:01.");
    assertThat(BROWSER.errors()).isEmpty();
  }
}
