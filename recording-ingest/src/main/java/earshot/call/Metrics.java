package earshot.call;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Measures of a call, keyed by role id where they are about one party.
 *
 * @param talkSeconds summed length of the turns, inner pauses included
 * @param silenceSeconds time in which nobody speaks and that is no hold
 * @param overtalkSeconds time in which both parties speak
 * @param interruptions times the party started while the other spoke, both going on for 1 s or more
 * @param wordsPerMinute words over talk seconds
 * @param meanConfidence mean word confidence; null without words
 */
public record Metrics(
    Map<String, Double> talkSeconds,
    double silenceSeconds,
    double overtalkSeconds,
    Map<String, Integer> interruptions,
    Map<String, Double> wordsPerMinute,
    @Nullable Double meanConfidence) {
  public Metrics {
    talkSeconds = sorted(talkSeconds);
    interruptions = sorted(interruptions);
    wordsPerMinute = sorted(wordsPerMinute);
  }

  private static <V> Map<String, V> sorted(Map<String, V> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }

  public double talkSeconds(Role role) {
    return talkSeconds.getOrDefault(role.id(), 0.0);
  }
}
