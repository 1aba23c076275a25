package earshot.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Properties;

/**
 * The numbers behind repeat calls, first-contact resolution and rising phrases; what they mean and
 * where they come from is said in {@code outcomes.properties}.
 *
 * @param repeat from the end of a contact to a call that still is its repeat
 * @param transfer from the end of a call to one that continues it
 * @param referenceLow per cent
 * @param referenceHigh per cent
 * @param weeks needed for control limits that can be relied on
 */
public record OutcomeNumbers(
    Duration repeat,
    Duration transfer,
    int referenceLow,
    int referenceHigh,
    int weeks,
    int phraseCalls,
    int phrases,
    int examples,
    double common) {
  private static final String RESOURCE = "outcomes.properties";

  /** The numbers that ship. */
  public static OutcomeNumbers shipped() {
    Properties numbers = new Properties();
    try (InputStream in = OutcomeNumbers.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      numbers.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
    return new OutcomeNumbers(
        Duration.ofDays(whole(numbers, "repeat.days")),
        Duration.ofMinutes(whole(numbers, "transfer.minutes")),
        whole(numbers, "reference.low"),
        whole(numbers, "reference.high"),
        whole(numbers, "weeks"),
        whole(numbers, "phrase.calls"),
        whole(numbers, "phrase.shown"),
        whole(numbers, "phrase.examples"),
        Double.parseDouble(numbers.getProperty("phrase.common", "0.3").strip()));
  }

  private static int whole(Properties numbers, String key) {
    return Integer.parseInt(numbers.getProperty(key, "").strip());
  }
}
