package earshot.workbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real browser for a test class: Debian's Chromium, headless, driven by its own ChromeDriver;
 * nothing is downloaded. Register it as a static field:
 *
 * <pre>{@code
 * @RegisterExtension static final Browser BROWSER = new Browser();
 * }</pre>
 *
 * Without {@code /usr/bin/chromium} and {@code /usr/bin/chromedriver} the tests are skipped, and
 * say so. {@code -Dearshot.write-docs=true} writes pictures to docs/images as well.
 */
public final class Browser implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  /** Width and height of a small laptop, in CSS pixels. */
  public static final Dimension LAPTOP = new Dimension(1280, 900);

  /** A telephone, held upright. */
  public static final Dimension PHONE = new Dimension(390, 844);

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<String> trust;
  private ChromeDriver driver;
  private Path profile;
  private final List<String> complaints = new ArrayList<>();

  public Browser() {
    this(List.of());
  }

  private Browser(List<String> trust) {
    this.trust = trust;
  }

  /** One that takes a certificate of this key for good, and no other that nobody vouches for. */
  public static Browser trusting(PublicKey key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      String pin = Base64.getEncoder().encodeToString(hash);
      return new Browser(List.of("--ignore-certificate-errors-spki-list=" + pin));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "needs Chromium and ChromeDriver: apt-get install chromium chromium-driver");
    profile = Files.createTempDirectory("earshot-browser");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--autoplay-policy=no-user-gesture-required",
        "--mute-audio",
        "--hide-scrollbars",
        "--lang=en-GB",
        "--user-data-dir=" + profile);
    options.addArguments(trust);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build(),
            options);
    driver.manage().timeouts().scriptTimeout(PATIENCE);
  }

  /** Every test starts on a laptop in light colours, with nothing remembered. */
  @Override
  public void beforeEach(ExtensionContext context) {
    driver.get("about:blank");
    driver.manage().deleteAllCookies();
    errors();
    size(LAPTOP);
    colours("light");
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (driver != null) {
      driver.quit();
    }
    if (profile != null) {
      try (Stream<Path> files = Files.walk(profile)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** All that Selenium can do. */
  public ChromeDriver driver() {
    return driver;
  }

  public void open(String url) {
    driver.get(url);
  }

  public void size(Dimension size) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            size.getWidth(),
            "height",
            size.getHeight(),
            "deviceScaleFactor",
            1,
            "mobile",
            false));
  }

  /**
   * What the person's system asks for.
   *
   * @param scheme {@code light} or {@code dark}
   */
  public void colours(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** The first element that matches a CSS selector, as soon as it is displayed. */
  public WebElement find(String css) {
    return new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class) // replaced meanwhile: look again
        .until(
            d ->
                d.findElements(By.cssSelector(css)).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElse(null));
  }

  public void click(String css) {
    WebElement element = find(css);
    script("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
  }

  /** Presses keys where the focus is. */
  public void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Runs a script in the page; {@code return} gives its value back. */
  public Object script(String script, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(script, arguments);
  }

  /** A number from a script. */
  public double number(String script, Object... arguments) {
    return ((Number) script("return " + script, arguments)).doubleValue();
  }

  /**
   * Waits until a script says true.
   *
   * @param fact what is waited for, for the failure
   */
  public void await(String fact, String script, Object... arguments) {
    await(fact, () -> Boolean.TRUE.equals(script("return " + script, arguments)));
  }

  public void await(String fact, BooleanSupplier condition) {
    new WebDriverWait(driver, PATIENCE)
        .withMessage("waited for: " + fact)
        .until(d -> condition.getAsBoolean());
  }

  /** What the browser complained about since last asked: errors of scripts, loads and policies. */
  public List<String> errors() {
    collect(complaints);
    List<String> errors = List.copyOf(complaints);
    complaints.clear();
    return errors;
  }

  private void collect(List<String> to) {
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        to.add(entry.getMessage());
      }
    }
  }

  /**
   * Fails when axe-core finds something serious or critical on the page as it is now.
   *
   * <p>Scripts of the driver do not count for the page's content security policy.
   */
  public void requireAccessible() {
    collect(complaints);
    script(axe());
    Object found =
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations"
                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 5).map(n => n.html + ' '"
                + " + (n.any[0] ? n.any[0].message : '')).join(' | '))),"
                + " e => done(['axe failed: ' + e]));");
    collect(new ArrayList<>()); // what reading its pixels brought about is not the page's doing
    assertThat((List<?>) found).isEmpty();
  }

  private static String axe() {
    try {
      Properties pom = new Properties();
      try (InputStream in = resource("/META-INF/maven/org.webjars.npm/axe-core/pom.properties")) {
        pom.load(in);
      }
      String path =
          "/META-INF/resources/webjars/axe-core/" + pom.getProperty("version") + "/axe.min.js";
      try (InputStream in = resource(path)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new IllegalStateException("axe-core cannot be read", e);
    }
  }

  private static InputStream resource(String path) {
    InputStream in = Browser.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException(path + " is not on the class path");
    }
    return in;
  }

  /**
   * Takes a picture of the window: to target/pictures, and to docs/images where the documents are
   * to be written.
   *
   * @param name of the file, without extension
   */
  public void picture(String name) throws IOException {
    byte[] png = driver.getScreenshotAs(OutputType.BYTES);
    Path target = Files.createDirectories(Path.of("target", "pictures"));
    Files.write(target.resolve(name + ".png"), png);
    if (Boolean.getBoolean("earshot.write-docs")) {
      Path images = Path.of(System.getProperty("earshot.root", "."), "docs", "images");
      Files.write(Files.createDirectories(images).resolve(name + ".png"), png);
    }
  }
}
