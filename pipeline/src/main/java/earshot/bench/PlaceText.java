package earshot.bench;

import earshot.call.CallRecord;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.score.check.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A place as a person reads it: what was said before, there and after. */
final class PlaceText {
  private static final int TURNS_BESIDE = 2;
  private static final String BOLD = "\u001b[1;7m";
  private static final String PLAIN = "\u001b[0m";

  private final boolean terminal;

  /**
   * @param terminal whether words may be highlighted; else they stand between braces
   */
  PlaceText(boolean terminal) {
    this.terminal = terminal;
  }

  List<String> lines(CallRecord call, Place place) {
    List<Turn> turns = call.transcript().turns();
    int at = turn(turns, place);
    List<String> lines = new ArrayList<>();
    int from = Math.max(0, at - TURNS_BESIDE);
    int to = Math.min(turns.size() - 1, at + TURNS_BESIDE);
    for (int i = from; i <= to; i++) {
      Turn turn = turns.get(i);
      lines.add(
          String.format(
              Locale.ROOT,
              "  %s %6s  %-12s %s",
              i == at ? ">" : " ",
              time(turn.start()),
              turn.role().id(),
              i == at ? marked(turn, place) : turn.text()));
    }
    return lines;
  }

  /** Turns of a record may be parts of what scoring reads as one turn. */
  private static int turn(List<Turn> turns, Place place) {
    int best = 0;
    double distance = Double.POSITIVE_INFINITY;
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      double off =
          Math.max(0, Math.max(turn.start() - place.start(), place.start() - turn.end()))
              + (turn.role() == place.role() ? 0 : 0.5);
      if (off < distance) {
        best = i;
        distance = off;
      }
    }
    return best;
  }

  private String marked(Turn turn, Place place) {
    StringBuilder text = new StringBuilder();
    boolean inside = false;
    for (Word word : turn.words()) {
      boolean within = word.start() >= place.start() - 0.005 && word.start() < place.end();
      if (inside && !within) {
        text.append(close());
      }
      text.append(text.isEmpty() ? "" : " ");
      if (within && !inside) {
        text.append(terminal ? BOLD : "{");
      }
      text.append(word.word());
      inside = within;
    }
    return inside ? text.append(close()).toString() : text.toString();
  }

  private String close() {
    return terminal ? PLAIN : "}";
  }

  static String time(double seconds) {
    long whole = (long) seconds;
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }
}
