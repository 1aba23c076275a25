package earshot.score.check;

import earshot.call.Role;
import earshot.call.Word;
import earshot.score.fact.Hearing;
import earshot.score.fact.Names;
import earshot.score.phrase.Find;
import earshot.score.phrase.LanguagePack;
import java.util.ArrayList;
import java.util.List;

/** The agent addresses the customer by name at least twice. */
final class CustomerName extends PhraseCheck {
  private static final int LEAST = 2;

  CustomerName() {
    super(1);
  }

  @Override
  public Verdict answer(Case call) {
    Hearing hearing = call.hearing();
    Names names = call.circumstances().customer();
    List<Find> mentions = new ArrayList<>();
    for (int turn = 0; turn < call.talk().turns().size(); turn++) {
      if (call.talk().said(turn, Role.AGENT)) {
        mentions(hearing, names, turn, mentions);
      }
    }
    if (mentions.size() >= LEAST) {
      return Verdict.said(
          true, "The agent uses the customer's name at least twice.", hearing, mentions);
    }
    return Verdict.missing(
        false,
        mentions.isEmpty()
            ? "The agent does not use the customer's name."
            : "The agent uses the customer's name only once.",
        Role.AGENT,
        0,
        call.talk().seconds(),
        mentions.isEmpty() ? null : hearing.evidence(mentions.get(0)));
  }

  private static void mentions(Hearing hearing, Names names, int turn, List<Find> mentions) {
    List<String> forms = hearing.talk().forms(turn);
    List<Word> words = hearing.talk().turn(turn).words();
    for (int i = 0; i < forms.size(); i++) {
      if (!names.has(forms.get(i)) || !addresses(hearing.pack(), names, forms, i)) {
        continue;
      }
      int last = i;
      while (last + 1 < forms.size() && names.has(forms.get(last + 1))) {
        last++;
      }
      mentions.add(
          new Find(
              turn,
              i,
              last,
              words.get(i).start(),
              Math.max(words.get(i).start(), words.get(last).end())));
      i = last;
    }
  }

  /** A name that is an everyday word counts only where it stands like a name. */
  private static boolean addresses(LanguagePack pack, Names names, List<String> forms, int at) {
    if (!pack.isA("everyday-name", forms.get(at))) {
      return true;
    }
    String before = at > 0 ? forms.get(at - 1) : "";
    String after = at + 1 < forms.size() ? forms.get(at + 1) : "";
    return pack.isA("title", before)
        || names.has(before)
        || names.has(after)
        || pack.isA("address-word", before)
        || (at == 0 && pack.isA("address-word", after));
  }
}
