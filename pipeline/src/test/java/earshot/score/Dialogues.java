package earshot.score;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.call.Audio;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.call.Event;
import earshot.call.Facts;
import earshot.call.Layout;
import earshot.call.Metadata;
import earshot.call.Metrics;
import earshot.call.Role;
import earshot.call.Transcript;
import earshot.call.Turn;
import earshot.call.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Call records from dialogues, for tests: truth files, and lines written in a test. */
final class Dialogues {
  private Dialogues() {}

  /** A truth file, with what the recorder knew in the file beside it. */
  static CallRecord truth(Path truth, @Nullable Path sidecar) {
    try {
      JsonNode root = CallJson.mapper().readTree(Files.readAllBytes(truth));
      JsonNode known =
          sidecar == null ? root : CallJson.mapper().readTree(Files.readAllBytes(sidecar));
      return record(root, known, "mono".equals(layout(known)) ? Layout.MONO : Layout.TRANSCRIPT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String layout(JsonNode known) {
    return known.path("channels").asInt(2) == 1 ? "mono" : "stereo";
  }

  static CallRecord record(JsonNode root, JsonNode known, Layout layout) {
    List<Turn> turns = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    double last = 0;
    for (JsonNode turn : root.path("turns")) {
      double start = turn.path("start").asDouble();
      double end = turn.path("end").asDouble();
      last = Math.max(last, end);
      if (turn.path("role").asText().equals("hold")) {
        events.add(new Event(Event.Kind.HOLD, start, end, null));
      } else {
        Role role = Role.valueOf(turn.path("role").asText().toUpperCase(Locale.ROOT));
        turns.add(turn(role, start, end, turn.path("text").asText()));
      }
    }
    turns.sort(Comparator.comparingDouble(Turn::start));
    events.addAll(overtalk(turns));
    double seconds = root.path("duration_s").asDouble(last);
    Metadata metadata =
        new Metadata(
            OffsetDateTime.parse("2026-10-08T09:00:00Z"),
            "metadata",
            text(known, "direction"),
            text(known, "agent_id"),
            text(known, "agent_name"),
            text(known, "team"),
            null,
            text(known, "company"),
            null,
            text(known, "customer_name"),
            known.path("language").asText("en"));
    return record(root.path("call_id").asText("call"), turns, events, seconds, metadata, layout);
  }

  static CallRecord record(
      String id,
      List<Turn> turns,
      List<Event> events,
      double seconds,
      Metadata metadata,
      Layout layout) {
    return new CallRecord(
        CallRecord.SCHEMA,
        id,
        new Audio("test:" + id, "0".repeat(64), seconds, 0, 0, "none", layout),
        metadata,
        new Transcript(metadata.language(), "transcript", null, turns),
        events,
        new Metrics(Map.of(), 0, 0, Map.of(), Map.of(), null),
        new Facts(null, null, "unknown", null, 0, 0, null),
        List.of(),
        List.of(),
        List.of());
  }

  static Turn turn(Role role, double start, double end, String text) {
    String[] said = text.strip().split("\\s+");
    int letters = 0;
    for (String word : said) {
      letters += word.length() + 1;
    }
    List<Word> words = new ArrayList<>();
    double at = start;
    for (String word : said) {
      double next = at + (end - start) * (word.length() + 1) / letters;
      words.add(new Word(word, at, Math.max(at, next), 1));
      at = next;
    }
    return new Turn(role, role == Role.CUSTOMER ? 1 : 0, start, end, text, 1, words, null);
  }

  /** Where a party starts while the other still speaks, and both go on. */
  static List<Event> overtalk(List<Turn> turns) {
    List<Event> events = new ArrayList<>();
    for (Turn one : turns) {
      for (Turn other : turns) {
        if (one.role() != other.role()
            && other.start() > one.start()
            && other.start() < one.end()
            && other.seconds() >= 0.6) {
          events.add(
              new Event(
                  Event.Kind.OVERTALK,
                  other.start(),
                  Math.min(one.end(), other.end()),
                  other.role()));
        }
      }
    }
    return events;
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asText() : null;
  }
}
