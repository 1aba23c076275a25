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
  private static final double DOUBTFUL = 0.75;

  CustomerName() {
    super(2);
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
    if (hearing.byMachine() && mentions.size() + maybe(hearing) >= LEAST) {
      return Verdict.unknown(
          "Names may have been said that were not heard clearly enough to tell.");
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
      if (titled(hearing, forms, i)) {
        mentions.add(
            new Find(
                turn,
                i,
                i,
                words.get(i).start(),
                Math.max(words.get(i).start(), words.get(i).end())));
        continue;
      }
      if (!names.has(forms.get(i))
          || spokenOf(hearing.pack(), forms, i)
          || !(written(words, i) || addresses(hearing.pack(), names, forms, i))) {
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

  /** "So I get the right Hill": one among others of that name is spoken of, not addressed. */
  private static boolean spokenOf(LanguagePack pack, List<String> forms, int at) {
    return at > 0
        && (pack.isA("article", forms.get(at - 1))
            || (at > 1
                && pack.isA("article", forms.get(at - 2))
                && pack.isA("among-others", forms.get(at - 1))));
  }

  /** Doubtful words where a name would stand, after "thank you" and the like. */
  private static int maybe(Hearing hearing) {
    int places = 0;
    for (int turn = 0; turn < hearing.talk().turns().size(); turn++) {
      List<String> forms = hearing.talk().forms(turn);
      if (!hearing.talk().said(turn, Role.AGENT)) {
        continue;
      }
      for (int i = 1; i < forms.size(); i++) {
        if (hearing.talk().turn(turn).words().get(i).confidence() < DOUBTFUL
            && hearing.pack().isA("address-word", forms.get(i - 1))) {
          places++;
        }
      }
    }
    return places;
  }

  /** After a title stands a name, whatever a machine made of it. */
  private static boolean titled(Hearing hearing, List<String> forms, int at) {
    return hearing.byMachine()
        && at > 0
        && hearing.pack().isA("title", forms.get(at - 1))
        && !hearing.pack().isA("function", forms.get(at));
  }

  /** Whether it is written as a name: with a capital, in the middle of a sentence. */
  private static boolean written(List<Word> words, int at) {
    return at > 0
        && Character.isUpperCase(words.get(at).word().codePointAt(0))
        && Character.isLowerCase(words.get(at - 1).word().codePointAt(0))
        && !".!?;"
            .contains(words.get(at - 1).word().substring(words.get(at - 1).word().length() - 1));
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
