package earshot.workbench.provider;

import earshot.workbench.account.Tokens;
import earshot.workbench.provider.SignInRefusedException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Sign-ins that were begun. The browser keeps one in a cookie; state, nonce and verifier are MACs
 * of that cookie under a key of this process, so what comes back fits one browser only, a changed
 * cookie fits nothing, and beginning a sign-in takes no memory. Only finished ones are remembered,
 * until they are too old anyway. Thread-safe.
 */
final class Attempts {
  private static final int LONGEST_NEXT = 1000;

  private final Duration longest;
  private final Clock clock;
  private final SecretKeySpec key = new SecretKeySpec(ascii(Tokens.random()), "HmacSHA256");
  private final Map<String, Instant> finished = new ConcurrentHashMap<>();

  Attempts(Duration longest, Clock clock) {
    this.longest = longest;
    this.clock = clock;
  }

  /** Begins one that leads to a path of this server. */
  Attempt begin(String next) {
    String path = next.length() > LONGEST_NEXT ? "/" : next;
    String cookie =
        Tokens.random()
            + "."
            + clock.instant().getEpochSecond()
            + "."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(path.getBytes(StandardCharsets.UTF_8));
    return attempt(cookie, path);
  }

  private Attempt attempt(String cookie, String next) {
    return new Attempt(
        cookie, mac("state", cookie), mac("nonce", cookie), mac("verifier", cookie), next);
  }

  /**
   * The attempt this browser began, once.
   *
   * @throws SignInRefusedException when there is none that fits
   */
  Attempt finish(@Nullable String cookie, @Nullable String state) throws SignInRefusedException {
    if (cookie == null || state == null) {
      throw refused(cookie == null ? "no cookie" : "no state");
    }
    if (!MessageDigest.isEqual(ascii(mac("state", cookie)), ascii(state))) {
      throw refused("state of another sign-in");
    }
    // From here on the cookie is one that was made here.
    String[] parts = cookie.split("\\.", -1);
    Instant end = Instant.ofEpochSecond(Long.parseLong(parts[1])).plus(longest);
    Instant now = clock.instant();
    if (now.isAfter(end)) {
      throw refused("too late");
    }
    finished.values().removeIf(now::isAfter);
    if (finished.putIfAbsent(state, end) != null) {
      throw refused("finished before");
    }
    return attempt(
        cookie, new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8));
  }

  private static SignInRefusedException refused(String message) {
    return new SignInRefusedException(Reason.BEGUN_ELSEWHERE, message);
  }

  private String mac(String purpose, String cookie) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      byte[] sum = mac.doFinal((purpose + "\n" + cookie).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
