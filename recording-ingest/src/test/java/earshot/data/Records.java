package earshot.data;

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

/** Call records to test with. */
final class Records {
  private Records() {}

  static CallRecord of(String callId, String startedAt, int turns) {
    return new CallRecord(
        CallRecord.SCHEMA,
        callId,
        new Audio(
            "file:/calls/" + callId + ".wav",
            Digests.sha256(callId),
            turns,
            8000,
            2,
            "ulaw",
            Layout.AGENT_LEFT),
        new Metadata(
            OffsetDateTime.parse(startedAt),
            "metadata",
            "inbound",
            "A1",
            "Megan",
            null,
            null,
            null,
            null,
            null,
            "en"),
        new Transcript("en", "vosk 0.3.45", "en-small", turns(turns)),
        List.of(),
        new Metrics(Map.of(), 0, 0, Map.of(), Map.of(), null),
        new Facts(null, null, "unknown", null, 0, 0, null),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<Turn> turns(int count) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Word> words = new ArrayList<>();
      for (int w = 0; w < 10; w++) {
        words.add(new Word("word" + w, i + w / 10.0, i + (w + 1) / 10.0, 0.9));
      }
      turns.add(new Turn(Role.AGENT, 0, i, i + 1, "word ".repeat(10), 0.9, words, -30.0));
    }
    return turns;
  }
}
