package earshot.stats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Below the first two numbers figures are marked "too few to compare".
 *
 * @param scores scored calls behind a mean
 * @param answers YES or NO answers behind a share
 * @param coverage below which a call is not singled out for its score, 0 to 1
 */
public record Minimums(int scores, int answers, double coverage) {
  private static final String RESOURCE = "minimums.properties";

  public Minimums {
    if (scores < 2 || answers < 1 || !(coverage >= 0 && coverage <= 1)) {
      throw new IllegalArgumentException(
          "a mean needs 2 scores for an interval and a share 1 answer; minimums are "
              + scores
              + " and "
              + answers
              + "; coverage is from 0 to 1 and "
              + coverage);
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
    return new Minimums(
        (int) number(numbers, "scores"),
        (int) number(numbers, "answers"),
        number(numbers, "coverage"));
  }

  private static double number(Properties numbers, String key) {
    String value = numbers.getProperty(key, "");
    try {
      return Double.parseDouble(value.strip());
    } catch (NumberFormatException e) {
      throw new IllegalStateException(
          RESOURCE + ": " + key + " must be a number, is '" + value + "'", e);
    }
  }
}
