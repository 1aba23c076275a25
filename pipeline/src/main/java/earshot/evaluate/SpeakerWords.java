package earshot.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.redact.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Word errors of recognised calls, by speaker. The reference is redacted as the record is, so that
 * what may not be written counts as one word on both sides.
 */
public final class SpeakerWords {
  private static final String BOTH = "both, one channel";

  private final Redactor redactor = Redactor.standard();
  private final Map<String, WordErrors> bySpeaker = new TreeMap<>();

  /**
   * Adds a call. On separate channels agent and customer count apart, else together.
   *
   * @param truth file with the reference {@code turns}
   */
  public void add(CallRecord call, Path truth) throws IOException {
    List<Turn> said = redactor.redact(turns(truth), call.transcript().language()).turns();
    List<Turn> heard = call.transcript().turns();
    if (call.audio().layout().separated()) {
      add("agent", words(said, false), words(heard, false));
      add("customer", words(said, true), words(heard, true));
    } else {
      add(BOTH, all(said), all(heard));
    }
  }

  private void add(String speaker, List<String> said, List<String> heard) {
    bySpeaker.merge(speaker, WordErrors.of(said, heard), WordErrors::plus);
  }

  private static List<String> words(List<Turn> turns, boolean customer) {
    return all(turns.stream().filter(t -> (t.role() == Role.CUSTOMER) == customer).toList());
  }

  private static List<String> all(List<Turn> turns) {
    return turns.stream()
        .flatMap(t -> t.words().stream())
        .map(w -> w.word().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static List<Turn> turns(Path truth) throws IOException {
    List<Turn> turns = new ArrayList<>();
    for (JsonNode turn : CallJson.mapper().readTree(truth.toFile()).path("turns")) {
      String role = turn.path("role").asText();
      String text = turn.path("text").asText();
      if (!text.isBlank()) {
        turns.add(
            turn(
                role.equals("customer") ? Role.CUSTOMER : Role.AGENT,
                turn.path("start").asDouble(),
                turn.path("end").asDouble(),
                text));
      }
    }
    turns.sort(Comparator.comparingDouble(Turn::start));
    return turns;
  }

  private static Turn turn(Role role, double start, double end, String text) {
    String[] parts = text.strip().split("\\s+");
    double step = (end - start) / parts.length;
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      words.add(new Word(parts[i], start + i * step, start + (i + 1) * step, 1));
    }
    int channel = role == Role.CUSTOMER ? 1 : 0;
    return new Turn(role, channel, start, end, text, 1, words, null);
  }

  /** Errors by speaker. */
  public Map<String, WordErrors> bySpeaker() {
    return new TreeMap<>(bySpeaker);
  }

  /** The table: words, substitutions, deletions, insertions, rate. */
  public String print() {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%-20s %6s %6s %6s %6s %7s%n",
            "speaker",
            "words",
            "subst",
            "delet",
            "insert",
            "WER"));
    WordErrors separated = WordErrors.NONE;
    for (Map.Entry<String, WordErrors> speaker : bySpeaker.entrySet()) {
      out.append(line(speaker.getKey(), speaker.getValue()));
      separated = speaker.getKey().equals(BOTH) ? separated : separated.plus(speaker.getValue());
    }
    return out.append(line("separate channels", separated)).toString();
  }

  private static String line(String speaker, WordErrors errors) {
    return String.format(
        Locale.ROOT,
        "%-20s %6d %6d %6d %6d %6.1f%%%n",
        speaker,
        errors.words(),
        errors.substitutions(),
        errors.deletions(),
        errors.insertions(),
        100 * errors.rate());
  }
}
