package earshot.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import earshot.call.CallJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads sidecars and call lists. Thread-safe.
 *
 * <p>Personal numbers become pseudonyms here, so that nothing behind the reader ever holds one.
 */
public final class MetadataReader {
  private static final ObjectReader JSON =
      CallJson.mapper()
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Deeper nesting holds what recorders say about themselves. */
  private static final int DEPTH = 3;

  static final int LONGEST_VALUE = 300;

  private final Pseudonym pseudonym;

  public MetadataReader(Pseudonym pseudonym) {
    this.pseudonym = pseudonym;
  }

  /**
   * Reads a recorder's sidecar.
   *
   * @param name of the file, for messages
   * @throws MetadataException when it is no JSON object
   */
  public SourceMetadata sidecar(byte[] json, String name) throws MetadataException {
    JsonNode tree;
    try {
      tree = JSON.readTree(withoutMark(json));
    } catch (JsonProcessingException e) {
      // The parser's own message may quote a name or a number.
      String where =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw new MetadataException("bad_json", name + ": expected JSON, found broken JSON" + where);
    } catch (IOException e) {
      throw new MetadataException("bad_json", name + ": expected JSON in UTF-8");
    }
    if (!tree.isObject()) {
      throw new MetadataException("bad_json", name + ": expected a JSON object {...}");
    }
    return read(tree, name);
  }

  /** As {@link #sidecar}, but what cannot be read is kept with its problem. */
  public SourceMetadata sidecarOrProblem(byte[] json, String name) {
    try {
      return sidecar(json, name);
    } catch (MetadataException e) {
      return new SourceMetadata(name, Map.of(), e.getMessage());
    }
  }

  private static byte[] withoutMark(byte[] json) {
    boolean marked =
        json.length >= 3
            && json[0] == (byte) 0xef
            && json[1] == (byte) 0xbb
            && json[2] == (byte) 0xbf;
    return marked ? Arrays.copyOfRange(json, 3, json.length) : json;
  }

  /**
   * What a JSON object says about its call: keys at the top, in {@code metadata}, or nested.
   *
   * @throws MetadataException when a value is longer than any value should be
   */
  public SourceMetadata read(JsonNode object, String name) throws MetadataException {
    Reading reading = new Reading(name);
    reading.object(object, "", DEPTH);
    return new SourceMetadata(name, reading.values, null);
  }

  /**
   * Reads a call list: CSV with a header line, separated by comma, semicolon or tab.
   *
   * @param name of the file, for messages
   * @throws MetadataException when the file is no call list; a bad row is not thrown but kept, so
   *     that only its recording suffers
   */
  public CallList callList(InputStream csv, String name) throws IOException {
    return new CallListReader(this, name).read(csv);
  }

  /** A row of a call list. */
  SourceMetadata row(List<String> header, List<String> cells, String source)
      throws MetadataException {
    Reading reading = new Reading(source);
    for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
      reading.value(header.get(i), cells.get(i));
    }
    return new SourceMetadata(source, reading.values, null);
  }

  /** The values of one source, as they are found. */
  private final class Reading {
    private final String source;
    private final Map<Field, SourceMetadata.Value> values = new EnumMap<>(Field.class);
    private final Map<Field, Integer> ranks = new EnumMap<>(Field.class);

    Reading(String source) {
      this.source = source;
    }

    void object(JsonNode object, String path, int depth) throws MetadataException {
      for (Map.Entry<String, JsonNode> property : object.properties()) {
        String key = path + property.getKey();
        JsonNode value = property.getValue();
        if (value.isObject() && depth > 1) {
          object(value, key.equals("metadata") ? "" : key + ".", depth - 1);
        } else if (value.isArray()) {
          value(key, joined(value));
        } else if (value.isValueNode() && !value.isNull()) {
          value(key, value.asText());
        }
      }
    }

    /** Plain values joined by commas; nothing when the list holds anything else. */
    private String joined(JsonNode array) {
      List<String> items = new ArrayList<>();
      for (JsonNode item : array) {
        if (!item.isValueNode()) {
          return "";
        }
        items.add(item.asText());
      }
      return String.join(",", items);
    }

    void value(String key, String raw) throws MetadataException {
      Optional<RecorderWords.Key> known = RecorderWords.get().key(key);
      String text = raw.replaceAll("\\p{Cntrl}+", " ").strip();
      if (known.isEmpty() || text.isEmpty()) {
        return;
      }
      if (text.length() > LONGEST_VALUE) {
        throw new MetadataException(
            "bad_value",
            "%s: %s has %d characters, expected at most %d"
                .formatted(source, key, text.length(), LONGEST_VALUE));
      }
      Field field = known.get().field();
      Optional<String> kept = kept(field, text);
      if (kept.isPresent() && known.get().rank() < ranks.getOrDefault(field, Integer.MAX_VALUE)) {
        ranks.put(field, known.get().rank());
        values.put(field, new SourceMetadata.Value(key, kept.get()));
      }
    }

    private Optional<String> kept(Field field, String text) {
      if (field.telephoneNumber()) {
        return pseudonym.ofNumber(text);
      }
      if (field == Field.CALL_ID && Pseudonym.dialled(text)) {
        return pseudonym.ofNumber(text).map(number -> "tel-" + number);
      }
      if (field == Field.CUSTOMER_ID) {
        return Pseudonym.looksLikeNumber(text)
            ? pseudonym.ofNumber(text)
            : Optional.of(pseudonym.ofId(text));
      }
      return field.text() && Pseudonym.looksLikeNumber(text) ? Optional.empty() : Optional.of(text);
    }
  }
}
