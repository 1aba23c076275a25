package earshot.index;

import earshot.call.Audio;
import earshot.call.CallRecord;
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
import java.util.List;
import java.util.Map;

/** Small call records: turns ten seconds apart, agent first, one word a second. */
public final class SampleCalls {
  private static final OffsetDateTime STARTED = OffsetDateTime.parse("2026-10-08T09:03:02+01:00");

  private SampleCalls() {}

  public static CallRecord call(String callId, String... turns) {
    return made(callId, STARTED, "en", "North", turns);
  }

  static CallRecord inTeam(String callId, String team, String... turns) {
    return made(callId, STARTED, "en", team, turns);
  }

  static CallRecord later(String callId, int hours, String... turns) {
    return made(callId, STARTED.plusHours(hours), "en", "North", turns);
  }

  static CallRecord inLanguage(String callId, String language, String... turns) {
    return made(callId, STARTED, language, "North", turns);
  }

  private static CallRecord made(
      String callId, OffsetDateTime startedAt, String language, String team, String... texts) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      turns.add(turn(i % 2 == 0 ? Role.AGENT : Role.CUSTOMER, 10.0 * i, texts[i]));
    }
    double seconds = turns.stream().mapToDouble(Turn::end).max().orElse(0);
    return new CallRecord(
        CallRecord.SCHEMA,
        callId,
        new Audio("sample:" + callId, "0".repeat(64), seconds, 0, 0, "none", Layout.TRANSCRIPT),
        new Metadata(
            startedAt,
            "metadata",
            "inbound",
            "A07",
            "Megan",
            team,
            null,
            null,
            null,
            null,
            language),
        new Transcript(language, "transcript", null, turns),
        List.of(),
        new Metrics(Map.of(), 0, 0, Map.of(), Map.of(), null),
        new Facts(null, null, "unknown", null, 0, 0, null),
        List.of(),
        List.of(),
        List.of());
  }

  private static Turn turn(Role role, double start, String text) {
    List<Word> words = new ArrayList<>();
    for (String word : text.split(" ")) {
      double at = start + words.size();
      words.add(new Word(word, at, at + 0.4, 1));
    }
    return new Turn(role, 0, start, start + words.size(), text, 1, words, null);
  }
}
