package earshot.workbench.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;

/**
 * The numbers of sign-in and sessions; {@code limits.properties} says where they come from.
 *
 * @param idle a session that nobody uses for this long ends
 * @param absolute a session ends after this long in any case
 * @param justSignedIn for this long a sign-in proves who somebody is without the password again
 * @param device a browser in which nobody signed in for this long is a stranger again
 * @param account when an account name pauses
 * @param address when an address pauses
 * @param longestPause no pause is longer
 * @param forgetAfter without failures for this long the count starts again
 * @param secondStep numbers of the second step at sign-in
 * @param shortest password, characters
 * @param recommended length of a password, characters
 * @param longest password, characters
 * @param contextWords words that anybody would try in a password of this application
 * @param asked how much a person may ask for
 * @param argonMemoryKib memory of one password check, KiB
 * @param argonPasses passes over that memory
 */
public record Limits(
    Duration idle,
    Duration absolute,
    Duration justSignedIn,
    Duration device,
    Pause account,
    Pause address,
    Duration longestPause,
    Duration forgetAfter,
    SecondStep secondStep,
    int shortest,
    int recommended,
    int longest,
    Set<String> contextWords,
    Asked asked,
    int argonMemoryKib,
    int argonPasses) {

  /**
   * When sign-in pauses.
   *
   * @param failures in a row from which on it does, 1 or more
   * @param first pause; every further failure doubles it
   */
  public record Pause(int failures, Duration first) {}

  /**
   * The second step at sign-in.
   *
   * @param between password and code lie no more than this
   * @param offer a secret for an app waits this long for its first code
   * @param recoveryCodes that an account gets at once
   */
  public record SecondStep(Duration between, Duration offer, int recoveryCodes) {}

  /**
   * How much an account may ask for.
   *
   * @param aMinute requests; 0 for any number
   * @param search as many requests a search counts for
   * @param export as many an export, a download, a clip counts for
   */
  public record Asked(int aMinute, int search, int export) {
    public Asked {
      if (aMinute < 0 || aMinute > 0 && aMinute < Math.max(search, export)) {
        throw new IllegalArgumentException(
            "requests a minute are 0, for any number, or at least "
                + Math.max(search, export)
                + ", what one export counts for, not "
                + aMinute);
      }
    }

    /** Whether there is no limit. */
    public boolean unlimited() {
      return aMinute == 0;
    }
  }

  /** The same with another number of requests a minute. */
  public Limits withRequestsAMinute(int number) {
    return new Limits(
        idle,
        absolute,
        justSignedIn,
        device,
        account,
        address,
        longestPause,
        forgetAfter,
        secondStep,
        shortest,
        recommended,
        longest,
        contextWords,
        new Asked(number, asked.search(), asked.export()),
        argonMemoryKib,
        argonPasses);
  }

  /** The numbers that ship with Earshot. */
  public static Limits shipped() {
    Properties file = new Properties();
    try (InputStream in =
        Limits.class.getResourceAsStream("/earshot/workbench/limits.properties")) {
      if (in == null) {
        throw new IllegalStateException("limits.properties is missing from the class path");
      }
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Reader read = new Reader(file);
    return new Limits(
        read.time("session.idle"),
        read.time("session.absolute"),
        read.time("session.just-signed-in"),
        read.time("device.known"),
        new Pause(read.number("account.failures"), read.time("account.first-pause")),
        new Pause(read.number("address.failures"), read.time("address.first-pause")),
        read.time("longest-pause"),
        read.time("forget-after"),
        new SecondStep(
            read.time("second-step.between"),
            read.time("second-step.offer"),
            read.number("second-step.recovery-codes")),
        read.number("password.shortest"),
        read.number("password.recommended"),
        read.number("password.longest"),
        Set.of(read.text("password.words").split(" ")),
        new Asked(
            read.number("requests.a-minute"),
            read.number("requests.of-a-search"),
            read.number("requests.of-an-export")),
        read.number("argon2.memory-kib"),
        read.number("argon2.passes"));
  }

  private record Reader(Properties file) {
    String text(String key) {
      String value = file.getProperty(key);
      if (value == null) {
        throw new IllegalStateException("limits.properties lacks " + key);
      }
      return value.strip();
    }

    Duration time(String key) {
      return Duration.parse(text(key));
    }

    int number(String key) {
      return Integer.parseInt(text(key));
    }
  }
}
