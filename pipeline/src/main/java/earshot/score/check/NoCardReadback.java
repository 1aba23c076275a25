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
    super(2);
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
        List<String> forms = call.talk().forms(turn);
        Digits digits = Digits.all(call.hearing(), turn);
        int at = digits.indexOf(code);
        if (at >= 0) {
          int first = digits.place(at);
          if (first == 0 || !"in".equals(forms.get(first - 1))) {
            int last = digits.place(at + code.size() - 1);
            said.add(find(call.talk().turn(turn).words(), turn, first, last));
          }
        }
      }
    }
    return said;
  }

  /**
   * Where redaction has hidden the customer's code, three or four digits that the agent says at
   * once.
   */
  private static List<Find> echoed(Case call, int reply) {
    boolean hidden =
        call.talk().turn(reply).words().stream().anyMatch(w -> w.word().equals("[security-code]"));
    List<Integer> agent = call.talk().countedAfter(Role.AGENT, call.talk().turn(reply).end());
    if (!hidden || agent.isEmpty()) {
      return List.of();
    }
    int turn = agent.get(0);
    List<String> forms = call.talk().forms(turn);
    int first = 0;
    while (first < Math.min(FIRST_WORDS, forms.size())) {
      int end = first;
      while (end < forms.size() && call.hearing().pack().isNumber(forms.get(end))) {
        end++;
      }
      if (end - first >= SHORTEST_CODE && end - first <= LONGEST_CODE) {
        return List.of(find(call.talk().turn(turn).words(), turn, first, end - 1));
      }
      first = Math.max(first + 1, end);
    }
    return List.of();
  }

  private static Find find(List<Word> words, int turn, int first, int last) {
    double start = words.get(first).start();
    return new Find(turn, first, last, start, Math.max(start, words.get(last).end()));
  }
}
