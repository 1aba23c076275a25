package earshot.stats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Below these numbers figures are shown as "too few" and not ranked.
 *
 * @param scores scored calls behind a mean
 * @param answers YES or NO answers behind a share
 */
public record Minimums(int scores, int answers) {
  private static final String RESOURCE = "minimums.properties";

  public Minimums {
    if (scores < 2 || answers < 1) {
      throw new IllegalArgumentException(
          "a mean needs 2 scores for an interval and a share 1 answer; minimums are "
              + scores
              + " and "
              + answers);
    }
  }

  /** The numbers that ship, with their reasons, in {@code minimums.properties}. */
  public static Minimums shipped() {
    Properties numbers = new Properties();
    try (InputStream in = Minimums.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      numbers.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
    return new Minimums(number(numbers, "scores"), number(numbers, "answers"));
  }

  private static int number(Properties numbers, String key) {
    String value = numbers.getProperty(key, "");
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw new IllegalStateException(
          RESOURCE + ": " + key + " must be a whole number, is '" + value + "'", e);
    }
  }
}
