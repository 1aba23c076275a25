package earshot.score.speaker;

import earshot.score.phrase.Phrases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** Families of phrases that agents say more often than customers do, or less. Immutable. */
final class Signs {
  private static final String SHIPPED = "/earshot/speakers/signs.properties";

  private final Map<String, Double> weights;

  private Signs(Map<String, Double> weights) {
    this.weights = Map.copyOf(weights);
  }

  /** Those that ship. */
  static Signs shipped() {
    Properties read = new Properties();
    try (InputStream in = Signs.class.getResourceAsStream(SHIPPED)) {
      read.load(Objects.requireNonNull(in, SHIPPED));
    } catch (IOException e) {
      throw new UncheckedIOException(SHIPPED + " cannot be read", e);
    }
    Map<String, Double> weights = new TreeMap<>();
    for (String family : read.stringPropertyNames()) {
      weights.put(family, Double.parseDouble(read.getProperty(family).strip()));
    }
    return new Signs(weights);
  }

  /**
   * What the words of a turn say about its speaker.
   *
   * @return natural logarithm of the odds that the agent speaks; 0 when they say nothing
   */
  double of(Phrases phrases, int turn) {
    double sum = 0;
    for (Map.Entry<String, Double> sign : weights.entrySet()) {
      if (phrases.says(turn, sign.getKey())) {
        sum += sign.getValue();
      }
    }
    return sum;
  }
}
