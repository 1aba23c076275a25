package earshot.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.call.Event;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the turns of one transcript; complaints name the turn as counted in the file, from 1. */
final class TranscriptTurns {
  private static final String HOLD = "hold";

  private final String name;
  private final TranscriptLimits limits;
  private final List<Numbered> turns = new ArrayList<>();
  private final List<Event> holds = new ArrayList<>();
  private double end;

  private record Numbered(int number, Turn turn) {}

  TranscriptTurns(String name, TranscriptLimits limits) {
    this.name = name;
    this.limits = limits;
  }

  void read(JsonNode array) throws TranscriptException {
    if (!array.isArray() || array.isEmpty()) {
      throw new TranscriptException(
          "no_turns", name + ": expected a list of turns under \"turns\", found none");
    }
    if (array.size() > limits.maxTurns()) {
      throw new TranscriptException(
          "too_large",
          "%s: %d turns, expected at most %d".formatted(name, array.size(), limits.maxTurns()));
    }
    for (int i = 0; i < array.size(); i++) {
      turn(i + 1, array.get(i));
    }
    turns.sort(Comparator.comparingDouble(t -> t.turn().start()));
    checkSpeakers();
    holds.sort(Comparator.comparingDouble(Event::start));
  }

  List<Turn> turns() {
    return turns.stream().map(Numbered::turn).toList();
  }

  List<Event> holds() {
    return List.copyOf(holds);
  }

  /** Seconds at which the last turn or hold ends. */
  double end() {
    return end;
  }

  private void turn(int number, JsonNode json) throws TranscriptException {
    String role = json.path("role").asText("").strip().toLowerCase(Locale.ROOT);
    double start = time(number, json, "start");
    double stop = time(number, json, "end");
    if (!(stop > start)) {
      throw bad(number, "must end after it starts: " + start + " to " + stop);
    }
    end = Math.max(end, stop);
    if (role.equals(HOLD)) {
      holds.add(new Event(Event.Kind.HOLD, start, stop, null));
      return;
    }
    Role speaker = role(number, role);
    JsonNode text = json.path("text");
    if (!text.isMissingNode() && !text.isNull() && !text.isTextual()) {
      throw bad(number, "expected a string as text");
    }
    List<Word> words = words(number, json.path("words"), start, stop);
    String said = text.asText("").strip();
    if (words == null) {
      words = SpokenWords.timed(said, start, stop, 1);
    } else if (said.isEmpty()) {
      said = String.join(" ", words.stream().map(Word::word).toList());
    }
    double confidence = words.stream().mapToDouble(Word::confidence).average().orElse(0);
    int channel = speaker == Role.CUSTOMER ? 1 : 0;
    turns.add(
        new Numbered(
            number, new Turn(speaker, channel, start, stop, said, confidence, words, null)));
  }

  private Role role(int number, String id) throws TranscriptException {
    for (Role role : Role.values()) {
      if (role.id().equals(id)) {
        return role;
      }
    }
    throw bad(number, "expected a role of agent, customer, announcement, unknown, hold");
  }

  private double time(int number, JsonNode json, String key) throws TranscriptException {
    JsonNode node = json.path(key);
    double seconds = node.asDouble();
    if (!node.isNumber() || !(seconds >= 0) || seconds > limits.maxSeconds()) {
      throw bad(
          number,
          "expected %s in seconds, a number from 0 to %.0f, found %s"
              .formatted(key, limits.maxSeconds(), node.isNumber() ? node : found(node)));
    }
    return seconds;
  }

  private static String found(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  /** The words with their own times; null where the turn has none. */
  private @Nullable List<Word> words(int number, JsonNode array, double start, double stop)
      throws TranscriptException {
    if (array.isMissingNode() || array.isNull() || (array.isArray() && array.isEmpty())) {
      return null;
    }
    if (!array.isArray()) {
      throw bad(number, "expected a list as words");
    }
    List<Word> words = new ArrayList<>();
    Set<Word> seen = new HashSet<>();
    double last = 0;
    for (int i = 0; i < array.size(); i++) {
      List<Word> read = word(number, i + 1, array.get(i), start, stop);
      for (Word word : read) {
        if (!seen.add(word)) {
          throw bad(number, "word %d is there twice".formatted(i + 1));
        }
        if (word.start() < last) {
          throw bad(number, "word %d starts before the one before it".formatted(i + 1));
        }
        last = word.start();
        words.add(word);
      }
    }
    return words;
  }

  private List<Word> word(int number, int place, JsonNode json, double start, double stop)
      throws TranscriptException {
    String written = json.path("word").asText(json.path("text").asText(""));
    double from = time(number, json, "start");
    double to = time(number, json, "end");
    if (to < from
        || from < start - limits.toleranceSeconds()
        || to > stop + limits.toleranceSeconds()) {
      throw bad(
          number,
          "word %d must lie in its turn, %s to %s s: %s to %s s"
              .formatted(place, start, stop, from, to));
    }
    double confidence = json.path("confidence").asDouble(1);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw bad(number, "word %d: expected a confidence from 0 to 1".formatted(place));
    }
    end = Math.max(end, to);
    return SpokenWords.timed(written, from, to, confidence);
  }

  /** A speaker does not say two things at once; a turn that is there twice would count twice. */
  private void checkSpeakers() throws TranscriptException {
    Map<Role, Numbered> last = new EnumMap<>(Role.class);
    for (Numbered current : turns) {
      Role role = current.turn().role();
      Numbered before = last.get(role);
      if (before != null && role != Role.UNKNOWN) {
        double overlap =
            Math.min(before.turn().end(), current.turn().end()) - current.turn().start();
        boolean twice =
            before.turn().start() == current.turn().start()
                && before.turn().end() == current.turn().end();
        if (twice || overlap > limits.sameSpeakerOverlapSeconds()) {
          throw bad(
              current.number(),
              "overlaps turn %d of the same speaker (%s) by %.2f s, expected at most %.2f s"
                  .formatted(
                      before.number(), role.id(), overlap, limits.sameSpeakerOverlapSeconds()));
        }
      }
      if (before == null || before.turn().end() < current.turn().end()) {
        last.put(role, current);
      }
    }
  }

  private TranscriptException bad(int number, String message) {
    return new TranscriptException("bad_turn", name + " turn " + number + ": " + message);
  }
}
