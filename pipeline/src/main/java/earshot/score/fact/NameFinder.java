package earshot.score.fact;

import earshot.call.Role;
import earshot.score.phrase.Find;
import earshot.score.phrase.LanguagePack;
import earshot.score.talk.Conversation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the customer's names: in the metadata, said by the customer, or said with a title. */
final class NameFinder {
  /** In the answer to "your name please", the name stands among so many words. */
  private static final int ANSWER_WORDS = 6;

  private static final int LONGEST_NAME = 2;

  private final Hearing hearing;
  private final Conversation talk;
  private final LanguagePack pack;

  NameFinder(Hearing hearing) {
    this.hearing = hearing;
    this.talk = hearing.talk();
    this.pack = hearing.pack();
  }

  Names find() {
    Set<String> names = new HashSet<>();
    String known = hearing.call().metadata().customerName();
    if (known != null) {
      for (String word : known.split("[\\s,]+")) {
        String form = pack.language().form(word);
        if (form.length() > 1 && !pack.isA("title", form)) {
          names.add(form);
        }
      }
    }
    if (names.isEmpty()) {
      hearing.phrases().by(Role.CUSTOMER, "name-given").forEach(f -> given(f, names));
      hearing.phrases().by(Role.AGENT, "asks-name").forEach(f -> answered(f, names));
      titled(names);
    }
    return new Names(names, pack.language());
  }

  /** A name in a frame: one that is known as a first name, or in a frame that only names fill. */
  private void given(Find frame, Set<String> names) {
    List<String> forms = talk.forms(frame.turn());
    boolean sure =
        forms.subList(frame.first(), frame.last() + 1).stream()
            .anyMatch(f -> pack.isA("name-word", f));
    for (int i = frame.first(); i <= frame.last(); i++) {
      String form = forms.get(i);
      if (!candidate(form) || !(sure || pack.isA("first-name", form) || speaks(forms, frame))) {
        continue;
      }
      names.add(form);
      if (i == frame.last() && i + 1 < forms.size() && candidate(forms.get(i + 1))) {
        names.add(forms.get(i + 1));
      }
    }
  }

  private boolean speaks(List<String> forms, Find frame) {
    return pack.isA("speaks", forms.get(frame.last()));
  }

  private boolean candidate(String form) {
    return Names.possible(form, pack) && !pack.isA("function", form);
  }

  /** Takes the first words in a row that can be names. */
  private void run(List<String> forms, Set<String> names) {
    int taken = 0;
    for (String form : forms) {
      if (candidate(form)) {
        names.add(form);
        taken++;
      }
      if (taken == LONGEST_NAME || (taken > 0 && !candidate(form))) {
        return;
      }
    }
  }

  private void answered(Find question, Set<String> names) {
    double end = talk.turn(question.turn()).end();
    for (int turn = question.turn() + 1; turn < talk.turns().size(); turn++) {
      if (talk.said(turn, Role.CUSTOMER) && talk.turn(turn).end() > end) {
        List<String> forms = talk.forms(turn);
        run(forms.subList(0, Math.min(ANSWER_WORDS, forms.size())), names);
        return;
      }
    }
  }

  private void titled(Set<String> names) {
    for (int turn = 0; turn < talk.turns().size(); turn++) {
      List<String> forms = talk.forms(turn);
      int colleague = handedOver(turn);
      for (int i = 0; i + 1 < Math.min(forms.size(), colleague); i++) {
        boolean calling = i > 0 && forms.get(i).equals(forms.get(i - 1));
        if (pack.isA("title", forms.get(i)) && !calling && titledName(forms.get(i + 1))) {
          names.add(forms.get(i + 1));
        }
      }
    }
  }

  private boolean titledName(String form) {
    return candidate(form) && (!pack.lists("given-name") || pack.isA("given-name", form));
  }

  /** From where on an agent who hands the caller over speaks of a colleague. */
  private int handedOver(int turn) {
    return hearing.phrases().in("transfer-caller", turn).stream()
        .filter(f -> talk.said(turn, Role.AGENT))
        .mapToInt(Find::first)
        .min()
        .orElse(Integer.MAX_VALUE);
  }
}
