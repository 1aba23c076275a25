package earshot.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of one call record and stops at its turns. Any order of keys is read; the order
 * that {@link earshot.call.CallJson} writes is read fast.
 */
final class RecordHead {
  private static final JsonFactory JSON = new JsonFactory();

  private @Nullable String callId;
  private @Nullable String sha256;
  private @Nullable String uri;
  private @Nullable String startedAt;
  private @Nullable String language;
  private @Nullable String engine;
  private @Nullable String model;

  private RecordHead() {}

  /**
   * @throws IOException naming the file, when it is no call record
   */
  static CallLedger.Entry read(Path file) throws IOException {
    RecordHead head = new RecordHead();
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = JSON.createParser(in)) {
      head.scan(json);
    } catch (JsonProcessingException e) {
      // The parser's own message may quote what was said in the call.
      throw new IOException(file + " is no call record: broken JSON" + at(e), e);
    }
    return new CallLedger.Entry(
        required(file, "call_id", head.callId),
        required(file, "audio.sha256", head.sha256),
        required(file, "audio.uri", head.uri),
        file,
        attributes.size(),
        attributes.lastModifiedTime().toInstant(),
        date(file, required(file, "metadata.started_at", head.startedAt)),
        required(file, "metadata.language", head.language),
        head.model);
  }

  private static String at(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " at byte " + e.getLocation().getByteOffset();
  }

  private static String required(Path file, String key, @Nullable String value) throws IOException {
    if (value == null) {
      throw new IOException(file + " is no call record: " + key + " is missing");
    }
    return value;
  }

  private static LocalDate date(Path file, String startedAt) throws IOException {
    try {
      return OffsetDateTime.parse(startedAt).toLocalDate();
    } catch (DateTimeException e) {
      throw new IOException(
          file + " is no call record: metadata.started_at is no ISO-8601 time with offset", e);
    }
  }

  private void scan(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (!complete() && json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      boolean object = json.nextToken() == JsonToken.START_OBJECT;
      switch (key) {
        case "call_id" -> callId = json.getValueAsString();
        case "audio", "metadata", "transcript" -> {
          if (object && part(json, key)) {
            return;
          }
        }
        default -> json.skipChildren();
      }
    }
  }

  /** Reads one part; true when everything wanted is known before its end. */
  private boolean part(JsonParser json, String part) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      json.nextToken();
      switch (part + "." + key) {
        case "audio.sha256" -> sha256 = json.getValueAsString();
        case "audio.uri" -> uri = json.getValueAsString();
        case "metadata.started_at" -> startedAt = json.getValueAsString();
        case "metadata.language" -> language = json.getValueAsString();
        case "transcript.engine" -> engine = json.getValueAsString();
        case "transcript.model" -> model = json.getValueAsString();
        case "transcript.turns" -> {
          // The model, where there is one, is written between engine and turns.
          if (engine != null && headComplete()) {
            return true;
          }
          json.skipChildren();
        }
        default -> json.skipChildren();
      }
    }
    return false;
  }

  private boolean headComplete() {
    return callId != null && sha256 != null && uri != null && startedAt != null && language != null;
  }

  private boolean complete() {
    return headComplete() && model != null;
  }
}
