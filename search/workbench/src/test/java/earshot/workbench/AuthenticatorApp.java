package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.http.HttpResponse;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** An authenticator app on somebody's telephone, and what its owner does with it over HTTP. */
final class AuthenticatorApp {
  static final String PAGE = "/account/second-step";

  private static final Pattern OFFER = Pattern.compile("name=\"offer\" value=\"([^\"]+)\"");
  private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");
  private static final Pattern RECOVERY =
      Pattern.compile("<li><code>([0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4})</code>");

  /** As it was typed into the app. */
  final String base32;

  private final SecretKeySpec secret;
  private final Clock clock;

  AuthenticatorApp(String base32, Clock clock) {
    this.base32 = base32;
    this.secret = new SecretKeySpec(Base32.decode(base32.replace(" ", "")), "RAW");
    this.clock = clock;
  }

  /** The code now. */
  String code() {
    return code(Duration.ZERO);
  }

  /** The code of an app whose clock is wrong. */
  String code(Duration wrong) {
    return code(clock.instant().plus(wrong));
  }

  private String code(Instant time) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(secret, time, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new AssertionError(e);
    }
  }

  /** Six digits that are no code at this time. */
  String wrongCode() {
    List<String> right =
        List.of(code(), code(Duration.ofSeconds(-30)), code(Duration.ofSeconds(30)));
    return List.of("000000", "111111", "222222", "333333").stream()
        .filter(guess -> !right.contains(guess))
        .findFirst()
        .orElseThrow();
  }

  private static String found(Pattern pattern, String html) {
    Matcher found = pattern.matcher(html);
    assertThat(found.find()).as("%s in %s", pattern, html).isTrue();
    return found.group(1);
  }

  /** An app that read the secret of the page, and the offer that goes with it. */
  record Scanned(AuthenticatorApp app, String offer) {}

  static Scanned scan(HttpBrowser browser, Clock clock) throws Exception {
    String html = browser.get(PAGE).body();
    return new Scanned(new AuthenticatorApp(found(SECRET, html), clock), found(OFFER, html));
  }

  /** A second step that is on. */
  record TurnedOn(AuthenticatorApp app, List<String> recoveryCodes) {}

  /** Turns it on in this browser, whose account signs in with the usual password. */
  static TurnedOn turnOn(HttpBrowser browser, Clock clock) throws Exception {
    Scanned scanned = scan(browser, clock);
    HttpResponse<String> answer =
        post(
            browser,
            "",
            Map.of(
                "offer",
                scanned.offer(),
                "code",
                scanned.app().code(),
                "present",
                WorkbenchFixture.PASSWORD));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new TurnedOn(scanned.app(), recoveryCodes(answer));
  }

  static List<String> recoveryCodes(HttpResponse<String> answer) {
    return RECOVERY.matcher(answer.body()).results().map((MatchResult r) -> r.group(1)).toList();
  }

  /** Sends a form of the page of the second step, with its token. */
  static HttpResponse<String> post(HttpBrowser browser, String path, Map<String, String> form)
      throws Exception {
    Map<String, String> all = new HashMap<>(form);
    all.put("csrf", browser.token("/account"));
    return browser.send("POST", PAGE + path, all);
  }

  /** Types something into the second page of signing in. */
  static HttpResponse<String> type(HttpBrowser browser, String field, String typed)
      throws Exception {
    return browser.send(
        "POST", "/login/code", Map.of(field, typed, "csrf", browser.token("/login/code")));
  }
}
