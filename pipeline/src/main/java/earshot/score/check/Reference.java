package earshot.score.check;

import earshot.call.Evidence;
import earshot.call.Role;
import earshot.score.fact.Hearing;
import earshot.score.phrase.Find;
import java.util.List;
import java.util.Optional;

/** The agent gives a case, ticket or reference number: the word and, close to it, the number. */
final class Reference extends PhraseCheck {
  private static final int WORDS_AFTER = 14;
  private static final int WORDS_BEFORE = 8;
  private static final int LEAST_CHARACTERS = 2;
  private static final int LEAST_CHARACTERS_ANSWERED = 3;

  Reference() {
    super(2, "reference-given");
  }

  @Override
  public Verdict answer(Case call) {
    Hearing hearing = call.hearing();
    List<Find> spoken = call.phrases().by(Role.AGENT, "reference-given");
    for (Find find : spoken) {
      if (number(hearing, find)) {
        return Verdict.said(true, "The agent gives a reference number.", hearing, List.of(find));
      }
    }
    Optional<Find> answered = answered(call);
    if (answered.isPresent()) {
      return Verdict.said(
          true,
          "The agent gives the reference number that the customer asks for.",
          hearing,
          List.of(answered.get()));
    }
    Evidence near = spoken.isEmpty() ? null : hearing.evidence(spoken.get(0));
    return Verdict.missing(
        false,
        "No case, ticket or reference number was heard.",
        Role.AGENT,
        0,
        call.talk().seconds(),
        near);
  }

  /** The customer asks for the number, and the agent's next turn is one. */
  private static Optional<Find> answered(Case call) {
    for (Find asked : call.phrases().by(Role.CUSTOMER, "reference-requested")) {
      List<Integer> replies =
          call.talk().countedAfter(Role.AGENT, call.talk().turn(asked.turn()).end());
      if (!replies.isEmpty()) {
        int reply = replies.get(0);
        List<String> forms = call.talk().forms(reply);
        List<String> near = forms.subList(0, Math.min(forms.size(), WORDS_AFTER));
        if (count(call.hearing(), near) >= LEAST_CHARACTERS_ANSWERED) {
          return Optional.of(call.hearing().whole(reply));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean number(Hearing hearing, Find find) {
    List<String> forms = hearing.talk().forms(find.turn());
    List<String> after =
        forms.subList(find.last(), Math.min(forms.size(), find.last() + WORDS_AFTER));
    List<String> before = forms.subList(Math.max(0, find.first() - WORDS_BEFORE), find.first());
    return count(hearing, after) >= LEAST_CHARACTERS || count(hearing, before) >= LEAST_CHARACTERS;
  }

  /** Spoken digits and letters; a number written in digits counts its digits. */
  private static long count(Hearing hearing, List<String> forms) {
    long count = 0;
    for (String form : forms) {
      if (form.startsWith("[")) {
        count += LEAST_CHARACTERS;
      } else if (form.chars().anyMatch(Character::isDigit)) {
        count += form.chars().filter(Character::isDigit).count();
      } else if (hearing.pack().isA("number", form)
          || (form.length() == 1 && !"ai".contains(form))) {
        count++;
      }
    }
    return count;
  }
}
