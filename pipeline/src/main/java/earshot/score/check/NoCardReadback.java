package earshot.score.check;

import earshot.call.Role;
import earshot.call.Word;
import earshot.score.fact.Hearing;
import earshot.score.phrase.Find;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The agent never says a full card number or security code. In a redacted call each stands as one
 * token; long runs of digits and a code said back are caught as well, should one have slipped
 * through redaction.
 */
final class NoCardReadback extends PhraseCheck {
  private static final Set<String> TOKENS = Set.of("[card-number]", "[security-code]");
  private static final int CARD_DIGITS = 12;
  private static final int TURNS_BEFORE = 6;
  private static final int FIRST_WORDS = 6;
  private static final int LONGEST_CODE = 4;
  private static final int SHORTEST_CODE = 3;

  NoCardReadback() {
    super(3);
  }

  @Override
  public Verdict answer(Case call) {
    List<Find> said = new ArrayList<>();
    for (int turn = 0; turn < call.talk().turns().size(); turn++) {
      if (call.talk().said(turn, Role.AGENT)) {
        spoken(call.hearing(), turn).stream().filter(f -> ofCard(call, f)).forEach(said::add);
      }
    }
    said.addAll(codesSaidBack(call));
    return said.isEmpty()
        ? Verdict.missing(
            true,
            "No full card number or security code spoken by the agent was heard.",
            Role.AGENT,
            0,
            call.talk().seconds(),
            null)
        : Verdict.said(
            false, "The agent says a card number or security code.", call.hearing(), said);
  }

  /**
   * Not where the agent has just asked for another number and nobody speaks of a card: long numbers
   * of other kinds are at times redacted as cards.
   */
  private static boolean ofCard(Case call, Find find) {
    return near(call.phrases().all("card-talk"), find)
        || !near(call.phrases().by(Role.AGENT, "asks-identifier"), find);
  }

  private static boolean near(List<Find> talk, Find find) {
    return talk.stream()
        .anyMatch(t -> t.turn() <= find.turn() && find.turn() - t.turn() <= TURNS_BEFORE);
  }

  private static List<Find> spoken(Hearing hearing, int turn) {
    List<Find> said = new ArrayList<>();
    List<Word> words = hearing.talk().turn(turn).words();
    int run = 0;
    for (int i = 0; i < words.size(); i++) {
      if (TOKENS.contains(words.get(i).word())) {
        said.add(find(words, turn, i, i));
      }
      int digits = digits(hearing, turn, i);
      run = digits == 0 ? 0 : run + digits;
      if (run >= CARD_DIGITS) {
        said.add(find(words, turn, i, i));
        return said;
      }
    }
    return said;
  }

  private static int digits(Hearing hearing, int turn, int i) {
    String form = hearing.talk().forms(turn).get(i);
    if (form.chars().allMatch(Character::isDigit)) {
      return form.length();
    }
    return hearing.pack().isA("number", form) ? 1 : 0;
  }

  private static List<Find> codesSaidBack(Case call) {
    List<Find> said = new ArrayList<>();
    for (Find asked : call.phrases().by(Role.AGENT, "asks-security-code")) {
      double end = call.talk().turn(asked.turn()).end();
      List<Integer> replies = call.talk().countedAfter(Role.CUSTOMER, end);
      if (replies.isEmpty()) {
        continue;
      }
      said.addAll(echoed(call, replies.get(0)));
      Digits code = Digits.last(call.hearing(), replies.get(0), SHORTEST_CODE);
      if (code.size() < SHORTEST_CODE || code.size() > LONGEST_CODE) {
        continue;
      }
      for (int turn :
          call.talk().countedAfter(Role.AGENT, call.talk().turn(replies.get(0)).end())) {
        Digits digits = Digits.all(call.hearing(), turn);
        int at = digits.indexOf(code);
        if (at >= 0 && !ending(call, turn, digits.place(at))) {
          said.add(words(call, turn, digits.part(at, at + code.size())));
        }
      }
    }
    return said;
  }

  /**
   * Where redaction has hidden the customer's code, three or four digits that the agent says at
   * once, or as the code, or that are hidden too; "ending in" tells the end of the card, which may
   * be said.
   */
  private static List<Find> echoed(Case call, int reply) {
    List<String> hidden =
        call.talk().turn(reply).words().stream().map(Word::word).filter(TOKENS::contains).toList();
    List<Integer> agent = call.talk().countedAfter(Role.AGENT, call.talk().turn(reply).end());
    if (hidden.isEmpty() || agent.isEmpty()) {
      return List.of();
    }
    int turn = agent.get(0);
    boolean code = hidden.contains("[security-code]");
    boolean named = call.phrases().says(turn, "asks-security-code");
    return Digits.runs(call.hearing(), turn).stream()
        .filter(run -> run.size() >= SHORTEST_CODE && run.size() <= LONGEST_CODE)
        .filter(run -> named || run.place(0) < FIRST_WORDS)
        .filter(run -> !ending(call, turn, run.place(0)))
        .filter(run -> hidden(call, turn, run) || (code && (named || !amount(call, turn, run))))
        .map(run -> words(call, turn, run))
        .limit(1)
        .toList();
  }

  private static boolean hidden(Case call, int turn, Digits run) {
    return call.talk().forms(turn).get(run.place(0)).startsWith("[");
  }

  /** Digits written as one number are an amount where a word goes with them: "120 pounds". */
  private static boolean amount(Case call, int turn, Digits run) {
    int last = run.place(run.size() - 1);
    List<String> forms = call.talk().forms(turn);
    String written = call.talk().turn(turn).words().get(last).word();
    return run.place(0) == last
        && last + 1 < forms.size()
        && Character.isLetterOrDigit(written.charAt(written.length() - 1))
        && !call.hearing().pack().isA("clause-end", forms.get(last + 1));
  }

  private static boolean ending(Case call, int turn, int place) {
    return place > 0 && "in".equals(call.talk().forms(turn).get(place - 1));
  }

  private static Find words(Case call, int turn, Digits run) {
    return find(call.talk().turn(turn).words(), turn, run.place(0), run.place(run.size() - 1));
  }

  private static Find find(List<Word> words, int turn, int first, int last) {
    double start = words.get(first).start();
    return new Find(turn, first, last, start, Math.max(start, words.get(last).end()));
  }
}
