package earshot.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import earshot.call.CallJson;
import earshot.call.Event;
import earshot.call.Transcript;
import earshot.call.Turn;
import earshot.metadata.Field;
import earshot.metadata.MetadataException;
import earshot.metadata.MetadataReader;
import earshot.metadata.SourceMetadata;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transcript made elsewhere, as {@code score} reads it.
 *
 * @param name for messages
 * @param fingerprint of the file
 * @param metadata what the transcript itself says about the call: the weakest source
 * @param turns ordered by start; agent and announcements on channel 0, the customer on 1
 * @param holds ordered by start
 * @param end seconds at which the last turn or hold ends
 */
public record TranscriptFile(
    String name,
    Fingerprint fingerprint,
    SourceMetadata metadata,
    List<Turn> turns,
    List<Event> holds,
    double end) {
  /** Stands in the transcript in place of a recognition engine. */
  public static final String ENGINE = "transcript";

  /** A larger file is no transcript of a call. */
  public static final int MAX_BYTES = TranscriptLimits.DEFAULT.maxBytes();

  private static final ObjectReader JSON =
      CallJson.mapper()
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  public TranscriptFile {
    turns = List.copyOf(turns);
    holds = List.copyOf(holds);
  }

  /**
   * Reads a transcript. Without words, a turn's time is shared among its words by their number of
   * characters. Labels, facts and other keys are not read.
   *
   * @param name of the file, for messages
   * @throws TranscriptException naming file and turn
   * @throws MetadataException when what it says about the call cannot be used
   */
  public static TranscriptFile read(byte[] json, String name, MetadataReader reader)
      throws TranscriptException, MetadataException {
    return read(json, name, reader, TranscriptLimits.DEFAULT);
  }

  static TranscriptFile read(
      byte[] json, String name, MetadataReader reader, TranscriptLimits limits)
      throws TranscriptException, MetadataException {
    if (json.length > limits.maxBytes()) {
      throw new TranscriptException(
          "too_large", name + ": expected at most " + limits.maxBytes() + " bytes, found more");
    }
    JsonNode tree = tree(json, name);
    TranscriptTurns turns = new TranscriptTurns(name, limits);
    turns.read(tree.path("turns"));
    return new TranscriptFile(
        name,
        Fingerprint.of(json),
        reader.read(tree, name),
        turns.turns(),
        turns.holds(),
        turns.end());
  }

  private static JsonNode tree(byte[] json, String name) throws TranscriptException {
    JsonNode tree;
    try {
      tree = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      // The parser's own message may quote what was said in the call.
      String where = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
      throw new TranscriptException("bad_json", name + ": broken JSON" + where);
    } catch (IOException e) {
      throw new TranscriptException("bad_json", name + ": expected JSON in UTF-8");
    }
    if (!tree.isObject()) {
      throw new TranscriptException("bad_json", name + ": expected a JSON object {...}");
    }
    return tree;
  }

  /** The call id that the transcript itself gives. */
  public Optional<String> callId() {
    return metadata.text(Field.CALL_ID);
  }

  /** The transcript of the call record. */
  public Transcript transcript(String language) {
    return new Transcript(language, ENGINE, null, turns);
  }

  /**
   * Length of the call in seconds: as told, but never shorter than what is said in it; else to the
   * end of the last turn.
   *
   * @param told length in the joined metadata; null when not told
   */
  public double seconds(@Nullable Double told) {
    return told == null ? end : Math.max(told, end);
  }
}
