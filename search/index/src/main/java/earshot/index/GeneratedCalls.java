package earshot.index;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.Audio;
import earshot.call.CallRecord;
import earshot.call.Event;
import earshot.call.Facts;
import earshot.call.Layout;
import earshot.call.Metadata;
import earshot.call.Metrics;
import earshot.call.Role;
import earshot.call.Scorecard;
import earshot.call.Transcript;
import earshot.call.Turn;
import earshot.call.Word;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Calls of random words from a seed, for benchmarks and randomised tests: the same seed gives the
 * same calls. Frequent words come first in the vocabulary.
 */
final class GeneratedCalls {
  private static final OffsetDateTime FIRST =
      OffsetDateTime.of(2026, 10, 1, 8, 0, 0, 0, ZoneOffset.ofHours(1));
  private static final List<String> TEAMS = List.of("North", "North East", "S\u00fcd");

  private final Random random;
  private final List<String> vocabulary;
  private final int turns;
  private final String language;

  /**
   * @param turns mean number of turns a call
   */
  GeneratedCalls(long seed, List<String> vocabulary, int turns, String language) {
    this.random = new Random(seed);
    this.vocabulary = List.copyOf(vocabulary);
    this.turns = turns;
    this.language = language;
  }

  CallRecord next(String callId) {
    List<Turn> said = turns();
    double seconds = said.stream().mapToDouble(Turn::end).max().orElse(0) + random.nextInt(5);
    OffsetDateTime startedAt = FIRST.plusMinutes(random.nextInt(60 * 24 * 5));
    return new CallRecord(
        CallRecord.SCHEMA,
        callId,
        new Audio("generated:" + callId, "0".repeat(64), seconds, 0, 0, "none", Layout.TRANSCRIPT),
        metadata(startedAt),
        new Transcript(language, "transcript", null, said),
        events(seconds),
        new Metrics(Map.of(), 0, 0, Map.of(), Map.of(), null),
        facts(),
        List.of(scorecard()),
        List.of(),
        List.of());
  }

  private List<Turn> turns() {
    List<Turn> said = new ArrayList<>();
    double at = random.nextInt(30) / 10.0;
    int count = turns == 0 ? 0 : random.nextInt(2 * turns);
    for (int i = 0; i < count; i++) {
      said.add(turn(Role.values()[random.nextInt(20) == 0 ? 2 : i % 2], at));
      // Turns may overlap.
      at = Math.max(0, said.get(i).end() + (random.nextInt(40) - 10) / 10.0);
    }
    said.sort(Comparator.comparingDouble(Turn::start));
    return said;
  }

  private Turn turn(Role role, double start) {
    List<Word> words = new ArrayList<>();
    double at = start;
    int count = random.nextInt(25);
    for (int i = 0; i < count; i++) {
      double length = 0.03 * (3 + random.nextInt(15));
      words.add(new Word(word(), at, at + length, 0.9));
      at += length + (random.nextInt(4) == 0 ? 0.3 : 0);
    }
    String text = String.join(" ", words.stream().map(Word::word).toList());
    return new Turn(role, 0, start, at, text, count == 0 ? 0 : 0.9, words, null);
  }

  /** Roughly as natural words are distributed: the logarithm of the rank is uniform. */
  private String word() {
    double rank = Math.exp(random.nextDouble() * Math.log(vocabulary.size() + 1)) - 1;
    return vocabulary.get(Math.min(vocabulary.size() - 1, (int) rank));
  }

  private Metadata metadata(OffsetDateTime startedAt) {
    int agent = random.nextInt(30);
    return new Metadata(
        startedAt,
        "metadata",
        random.nextBoolean() ? "inbound" : "outbound",
        "A" + agent,
        "Agent " + agent,
        TEAMS.get(agent % TEAMS.size()),
        "Billing",
        null,
        null,
        null,
        language);
  }

  private List<Event> events(double seconds) {
    List<Event> events = new ArrayList<>();
    for (Event.Kind kind : Event.Kind.values()) {
      for (int i = random.nextInt(3); i > 0; i--) {
        double start = Math.floor(random.nextDouble() * seconds * 10) / 10;
        Role role = kind == Event.Kind.OVERTALK ? Role.values()[random.nextInt(2)] : null;
        events.add(new Event(kind, start, start + random.nextInt(24) / 2.0, role));
      }
    }
    return events;
  }

  private Facts facts() {
    Boolean complaint = random.nextInt(4) == 0 ? null : random.nextBoolean();
    return new Facts("order", complaint, "unknown", null, random.nextInt(3), 0, null);
  }

  private Scorecard scorecard() {
    Double score = random.nextInt(5) == 0 ? null : Double.valueOf(random.nextInt(101));
    Answer answer =
        new Answer(
            "greeting",
            AnswerValue.values()[random.nextInt(4)],
            "phrase",
            1,
            "generated",
            List.of(),
            null,
            null);
    return new Scorecard("courtesy", 1, "none", score, 1, false, List.of(answer));
  }
}
