package earshot.workbench.review;

import earshot.call.Audio;
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
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Calls of a few turns whose words lie evenly in time. */
final class SpokenCalls {
  private SpokenCalls() {}

  static Turn turn(int channel, double start, double end, String text) {
    String[] said = text.split(" ");
    double each = (end - start) / said.length;
    List<Word> words = new ArrayList<>();
    Arrays.stream(said)
        .forEach(
            word -> {
              double from = start + words.size() * each;
              words.add(new Word(word, from, from + each, 1));
            });
    Role role = channel == 0 ? Role.AGENT : Role.CUSTOMER;
    return new Turn(role, channel, start, end, text, 1, words, -30.0);
  }

  /** The agent is called customer and is on the second channel. */
  static CallRecord call(Turn... turns) {
    return new CallRecord(
        CallRecord.SCHEMA,
        "c1",
        new Audio("file:///c1.wav", "0".repeat(64), 40, 8000, 2, "ulaw", Layout.AGENT_LEFT),
        new Metadata(
            OffsetDateTime.parse("2026-10-05T10:00:00+01:00"),
            "metadata",
            "inbound",
            "A1",
            "Ann",
            "North",
            null,
            null,
            null,
            null,
            "en"),
        new Transcript("en", "vosk", "tiny", List.of(turns)),
        List.of(new Event(Event.Kind.SILENCE, 12, 31, null)),
        new Metrics(
            Map.of(),
            19,
            0,
            Map.of("agent", 1, "customer", 3),
            Map.of("agent", 90.0, "customer", 120.0),
            0.8),
        new Facts(null, null, "unknown", null, 0, 0, null),
        List.of(),
        List.of(),
        List.of());
  }
}
