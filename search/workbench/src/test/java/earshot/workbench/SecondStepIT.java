package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import earshot.workbench.account.Role;
import earshot.workbench.browser.Browser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/** Somebody turns the second step on in a real browser, and signs in with it. */
@Timeout(600)
class SecondStepIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String NAME = WorkbenchFixture.name(Role.REVIEWER);
  private static final Duration STEP = Duration.ofSeconds(30);

  @TempDir private static Path root;
  private static WorkbenchFixture fixture;

  @BeforeAll
  static void serve() throws Exception {
    fixture = WorkbenchFixture.empty(root);
  }

  @AfterAll
  static void stop() throws Exception {
    if (fixture != null) {
      fixture.close();
    }
  }

  @Test
  void theSecondStepIsTurnedOnUsedAndTakenOff() throws Exception {
    SignedInBrowser person = new SignedInBrowser(BROWSER, fixture);
    person.signIn(Role.REVIEWER);
    BROWSER.click(".who a");
    BROWSER.click("[aria-labelledby=second-head] a");
    AuthenticatorApp app = scannedInEveryTheme(person);

    BROWSER.find("#code").sendKeys(app.wrongCode(), Keys.TAB);
    BROWSER.press(WorkbenchFixture.PASSWORD, Keys.ENTER);
    assertThat(BROWSER.find("[role=alert]").getText()).contains("The code is not right");
    BROWSER.errors(); // the browser notes that the answer was 400
    BROWSER.requireAccessible();
    assertThat(scanned().base32).as("the same secret").isEqualTo(app.base32);
    BROWSER.find("#code").sendKeys(app.code(), Keys.TAB);
    BROWSER.press(WorkbenchFixture.PASSWORD, Keys.ENTER);
    List<String> recoveryCodes =
        BROWSER.driver().findElements(By.cssSelector("#recovery-codes code")).stream()
            .map(WebElement::getText)
            .toList();
    assertThat(recoveryCodes).hasSize(10);
    kept(recoveryCodes);
    everywhere(person, "recovery-codes");
    BROWSER.click("main a.button.primary");
    assertThat(BROWSER.find("[aria-labelledby=second-head]").getText())
        .contains("on", "Recovery codes left: 10");

    BROWSER.click(".sign-out button");
    fixture.clock.pass(STEP);
    password();
    everywhere(person, "login-code");
    BROWSER.press(app.wrongCode(), Keys.ENTER);
    assertThat(BROWSER.find("[role=alert]").getText()).contains("This code does not count");
    BROWSER.errors(); // the browser notes that the answer was 401
    BROWSER.press(app.code(), Keys.ENTER);
    BROWSER.await("somebody is signed in", "document.querySelector('.sign-out') !== null");
    assertThat(BROWSER.find(".who").getText()).contains(NAME);

    BROWSER.click(".sign-out button");
    password();
    BROWSER.click(".sign-in-other summary");
    BROWSER.requireAccessible();
    BROWSER.find("#recovery").sendKeys(recoveryCodes.get(3), Keys.ENTER);
    assertThat(BROWSER.find("p.message").getText()).contains("You signed in with a recovery code");
    person.open("/account/second-step");
    assertThat(BROWSER.find("main").getText()).contains("Recovery codes left: 9");
    everywhere(person, "second-step-on");
    takenOffByAnAdmin(person);
    assertThat(BROWSER.errors()).isEmpty();
  }

  /** From the pixels, as a telephone would. */
  private static AuthenticatorApp scannedInEveryTheme(SignedInBrowser person) throws Exception {
    for (Dimension size : List.of(Browser.LAPTOP, Browser.PHONE)) {
      for (String colours : List.of("light", "dark")) {
        String name = size == Browser.PHONE ? "phone-" + colours : colours;
        person.look(size, colours, "second-step-" + name);
        scanned();
      }
    }
    BROWSER.size(Browser.LAPTOP);
    BROWSER.colours("light");
    return scanned();
  }

  private static AuthenticatorApp scanned() throws Exception {
    byte[] png = BROWSER.find("svg.qr").getScreenshotAs(OutputType.BYTES);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    BinaryBitmap bitmap =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    String address =
        new MultiFormatReader()
            .decode(bitmap, Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE)))
            .getText();
    String secret = BROWSER.find("#secret").getText().replace(" ", "");
    assertThat(address)
        .isEqualTo("otpauth://totp/Earshot:the-reviewer?secret=" + secret + "&issuer=Earshot")
        .isEqualTo(BROWSER.find(".set-up a").getDomAttribute("href"));
    return new AuthenticatorApp(secret, fixture.clock);
  }

  private static void kept(List<String> recoveryCodes) {
    BROWSER.script(
        "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve();"
            + " }; window.print = () => { window.printed = true; };");
    BROWSER.click("#keep-codes button");
    BROWSER.await(
        "it is said", "document.querySelector('#keep-codes [role=status]').innerText !== ''");
    assertThat(BROWSER.script("return window.copied"))
        .isEqualTo(String.join("\n", recoveryCodes) + "\n");
    BROWSER.click("#keep-codes button + button");
    assertThat(BROWSER.script("return window.printed")).isEqualTo(true);
  }

  private static void everywhere(SignedInBrowser person, String name) throws Exception {
    person.look(Browser.LAPTOP, "light", name + "-light");
    person.look(Browser.LAPTOP, "dark", name + "-dark");
    person.look(Browser.PHONE, "light", name + "-phone");
    BROWSER.size(Browser.LAPTOP);
    BROWSER.colours("light");
  }

  private static void password() {
    BROWSER.find("input[name=username]").sendKeys(NAME);
    BROWSER.find("input[name=password]").sendKeys(WorkbenchFixture.PASSWORD, Keys.ENTER);
    BROWSER.await("the code is asked for", "location.pathname === '/login/code'");
    BROWSER.await(
        "the field has the focus",
        "document.activeElement && document.activeElement.id === 'code'");
  }

  private static void takenOffByAnAdmin(SignedInBrowser person) {
    person.signIn(Role.ADMIN);
    person.open("/admin");
    BROWSER.click("summary[aria-label='Change the-reviewer']");
    BROWSER.requireAccessible();
    BROWSER.click("form[action$='/second-step-off'] button");
    assertThat(BROWSER.find("p.message").getText())
        .contains("the-reviewer signs in with the password alone now");
    person.signIn(Role.REVIEWER);
    assertThat(BROWSER.find(".who").getText()).contains(NAME);
  }
}
