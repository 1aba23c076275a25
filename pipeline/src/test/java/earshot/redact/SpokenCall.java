package earshot.redact;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An invented stretch of a call of which every digit's secret is known. */
final class SpokenCall {
  /** What a word tells: a card's digits, a code's digits, a number that is to stay, nothing. */
  enum Telling {
    NOTHING,
    CARD,
    CODE,
    OTHER_SECRET,
    ORDINARY
  }

  /**
   * A word as it was recognised.
   *
   * @param number which of the call's numbers it belongs to; every reading of one is another
   * @param digits true digits that the word tells; 0 when it was misheard
   */
  record Said(String word, Telling telling, int number, int digits) {}

  private record Line(Role role, List<Said> words) {}

  private static final double SECONDS_A_WORD = 0.4;

  private final List<Line> lines = new ArrayList<>();
  private final Map<Double, Said> byStart = new HashMap<>();

  void say(Role role, List<Said> words) {
    if (!words.isEmpty()) {
      lines.add(new Line(role, List.copyOf(words)));
    }
  }

  List<Turn> turns() {
    byStart.clear();
    List<Turn> turns = new ArrayList<>();
    double now = 1;
    for (Line line : lines) {
      List<Word> words = new ArrayList<>();
      double start = now;
      for (Said said : line.words()) {
        words.add(new Word(said.word(), now, now + SECONDS_A_WORD, 0.8));
        byStart.put(now, said);
        now += SECONDS_A_WORD;
      }
      String text = SpokenTurn.join(words);
      int channel = line.role() == Role.CUSTOMER ? 1 : 0;
      turns.add(new Turn(line.role(), channel, start, now, text, 0.8, words, null));
      now += 0.5;
    }
    return turns;
  }

  /** What of the call a redaction left, hid and hid wrongly. */
  Outcome outcome(List<Turn> redacted) {
    Outcome outcome = new Outcome();
    Map<Double, Boolean> visible = new HashMap<>();
    for (Turn turn : redacted) {
      for (Word word : turn.words()) {
        if (!word.redacted()) {
          visible.put(word.start(), true);
        }
      }
    }
    Map<Integer, Integer> left = new HashMap<>();
    byStart.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> outcome.count(entry.getValue(), visible.containsKey(entry.getKey()), left));
    return outcome;
  }

  /** Sums over one call. */
  static final class Outcome {
    final Map<Integer, Telling> secrets = new HashMap<>();
    final Map<Integer, Integer> mostLeft = new HashMap<>();
    final Map<Integer, Integer> codeHidden = new HashMap<>();
    final Map<Integer, Boolean> ordinary = new HashMap<>();
    int hiddenSecretWords;
    int hiddenOrdinaryWords;

    private void count(Said said, boolean visible, Map<Integer, Integer> left) {
      switch (said.telling()) {
        case NOTHING -> {}
        case ORDINARY -> {
          ordinary.merge(said.number(), visible, Boolean::logicalAnd);
          hiddenOrdinaryWords += visible ? 0 : 1;
        }
        default -> {
          secrets.put(said.number(), said.telling());
          hiddenSecretWords += visible ? 0 : 1;
          int now = visible ? left.getOrDefault(said.number(), 0) + said.digits() : 0;
          left.put(said.number(), now);
          mostLeft.merge(said.number(), now, Math::max);
          codeHidden.merge(said.number(), visible ? 0 : said.digits(), Integer::sum);
        }
      }
    }

    /** A leak: five digits in a row of a card, or nothing hidden of a code. */
    boolean leaked(int number) {
      return secrets.get(number) == Telling.CODE
          ? codeHidden.getOrDefault(number, 0) == 0 && mostLeft.getOrDefault(number, 0) >= 3
          : mostLeft.getOrDefault(number, 0) >= 5;
    }
  }
}
