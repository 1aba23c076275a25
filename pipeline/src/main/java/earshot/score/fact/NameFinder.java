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
    return new Names(names);
  }

  private void given(Find frame, Set<String> names) {
    List<String> forms = talk.forms(frame.turn());
    int end = Math.min(forms.size() - 1, frame.last() + LONGEST_NAME - 1);
    run(forms.subList(frame.first(), end + 1), names);
  }

  /** Takes the first words in a row that can be names. */
  private void run(List<String> forms, Set<String> names) {
    int taken = 0;
    for (String form : forms) {
      if (Names.possible(form, pack) && !pack.isA("function", form)) {
        names.add(form);
        taken++;
        if (taken == LONGEST_NAME) {
          return;
        }
      } else if (taken > 0) {
        return;
      }
    }
  }

  private void answered(Find question, Set<String> names) {
    double end = talk.turn(question.turn()).end();
    talk.countedAfter(Role.CUSTOMER, end).stream()
        .findFirst()
        .ifPresent(
            t -> {
              List<String> forms = talk.forms(t);
              run(forms.subList(0, Math.min(ANSWER_WORDS, forms.size())), names);
            });
  }

  private void titled(Set<String> names) {
    for (int turn = 0; turn < talk.turns().size(); turn++) {
      List<String> forms = talk.forms(turn);
      for (int i = 0; i + 1 < forms.size(); i++) {
        String next = forms.get(i + 1);
        if (pack.isA("title", forms.get(i))
            && Names.possible(next, pack)
            && !pack.isA("function", next)) {
          names.add(next);
        }
      }
    }
  }
}
