package earshot.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What a transcript may be, from the resource of that name.
 *
 * @param toleranceSeconds by which rounding may move a word out of its turn
 * @param sameSpeakerOverlapSeconds by which two turns of one speaker may overlap
 */
record TranscriptLimits(
    int maxBytes,
    int maxTurns,
    double maxSeconds,
    double toleranceSeconds,
    double sameSpeakerOverlapSeconds) {

  static final TranscriptLimits DEFAULT = load();

  private static TranscriptLimits load() {
    Properties properties = new Properties();
    try (InputStream in =
        TranscriptLimits.class.getResourceAsStream("transcript-limits.properties")) {
      if (in == null) {
        throw new IllegalStateException("resource transcript-limits.properties is missing");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TranscriptLimits(
        (int) number(properties, "max_bytes"),
        (int) number(properties, "max_turns"),
        number(properties, "max_seconds"),
        number(properties, "tolerance_seconds"),
        number(properties, "same_speaker_overlap_seconds"));
  }

  private static double number(Properties properties, String key) {
    String text = properties.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("transcript-limits.properties: " + key + " is missing");
    }
    return Double.parseDouble(text);
  }
}
