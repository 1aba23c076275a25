package earshot.score.check;

import earshot.call.Role;
import earshot.score.fact.Hearing;
import earshot.score.fact.Likeness;
import earshot.score.phrase.Find;
import earshot.score.phrase.LanguagePack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The agent gives own first name and the company early. Both are known from the metadata as a rule;
 * where they are not, or where recognition misheard them, the frame ("my name is", "welcome to")
 * shows that they were said.
 */
final class SelfIntroduction extends PhraseCheck {
  private static final double WITHIN_SECONDS = 30;
  private static final double DOUBTFUL = 0.75;
  private static final int DOUBTFUL_WORDS = 2;

  SelfIntroduction() {
    super(1, "name-given");
  }

  @Override
  public Verdict answer(Case call) {
    Hearing hearing = call.hearing();
    List<String> company = distinctive(hearing);
    Optional<Find> name = known(hearing, agentNames(hearing));
    if (name.isEmpty() && (agentNames(hearing).isEmpty() || hearing.byMachine())) {
      name = framed(hearing, "name-given", company);
    }
    Optional<Find> firm = company(hearing, company, name.orElse(null));
    if (name.isPresent() && firm.isPresent()) {
      return Verdict.said(
          true, "The agent gives name and company.", hearing, List.of(name.get(), firm.get()));
    }
    if (hearing.byMachine() && doubtfulWords(hearing) >= DOUBTFUL_WORDS) {
      return Verdict.unknown(
          "The opening was not heard clearly enough to tell whether both names were said.");
    }
    String missing =
        name.isEmpty() && firm.isEmpty()
            ? "Neither the agent's name nor the company is said in the first 30 seconds."
            : name.isEmpty()
                ? "The agent does not give a name in the first 30 seconds."
                : "The agent does not name the company in the first 30 seconds.";
    return Verdict.missing(
        false,
        missing,
        Role.AGENT,
        0,
        Math.min(WITHIN_SECONDS, call.talk().seconds()),
        name.or(() -> firm).map(hearing::evidence).orElse(null));
  }

  private static List<String> agentNames(Hearing hearing) {
    return forms(hearing, hearing.call().metadata().agentName());
  }

  private static List<String> forms(Hearing hearing, @Nullable String text) {
    List<String> forms = new ArrayList<>();
    if (text != null) {
      for (String word : text.split("[\\s,]+")) {
        String form = hearing.pack().language().form(word);
        if (!form.isEmpty()) {
          forms.add(form);
        }
      }
    }
    return forms;
  }

  /** Words of the company's name that only it has; all of them where there is none. */
  private static List<String> distinctive(Hearing hearing) {
    List<String> all = forms(hearing, hearing.call().metadata().company());
    List<String> own = all.stream().filter(w -> !hearing.pack().isA("company-common", w)).toList();
    return own.isEmpty() ? all : own;
  }

  private static Optional<Find> company(
      Hearing hearing, List<String> company, @Nullable Find name) {
    if (company.isEmpty()) {
      return framed(hearing, "company-given", agentNames(hearing))
          .or(() -> name == null ? Optional.empty() : unexplained(hearing, name));
    }
    return known(hearing, company)
        .or(
            () ->
                hearing.byMachine()
                    ? framed(hearing, "company-given", agentNames(hearing))
                        .or(() -> partly(hearing))
                    : Optional.empty());
  }

  /** An everyday word of the company's name, in a turn that greets: the rest was misheard. */
  private static Optional<Find> partly(Hearing hearing) {
    return known(hearing, forms(hearing, hearing.call().metadata().company()))
        .filter(f -> hearing.phrases().says(f.turn(), "greeting"));
  }

  /** One of the words, or two words that together sound like one of them. */
  private static Optional<Find> known(Hearing hearing, List<String> wanted) {
    for (int turn : early(hearing)) {
      List<String> forms = hearing.talk().forms(turn);
      for (int i = 0; i < forms.size(); i++) {
        for (String word : wanted) {
          int last =
              alike(hearing, forms.get(i), word)
                  ? i
                  : i + 1 < forms.size()
                          && word.length() > 6
                          && Likeness.alike(forms.get(i) + forms.get(i + 1), word)
                      ? i + 1
                      : -1;
          Find find = last < 0 ? null : find(hearing, turn, i, last);
          if (find != null && find.start() <= WITHIN_SECONDS) {
            return Optional.of(find);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean alike(Hearing hearing, String heard, String name) {
    return Likeness.alike(heard, name) || (hearing.byMachine() && Likeness.misheard(heard, name));
  }

  /** Words of the opening that may have been others: names are unknown to a recogniser. */
  private static long doubtfulWords(Hearing hearing) {
    return early(hearing).stream()
        .flatMap(t -> hearing.talk().turn(t).words().stream())
        .filter(w -> w.start() <= WITHIN_SECONDS && w.confidence() < DOUBTFUL)
        .count();
  }

  private static List<Integer> early(Hearing hearing) {
    List<Integer> turns = new ArrayList<>();
    for (int i = 0; i < hearing.talk().turns().size(); i++) {
      if (hearing.talk().said(i, Role.AGENT) && hearing.talk().turn(i).start() <= WITHIN_SECONDS) {
        turns.add(i);
      }
    }
    return turns;
  }

  /** A frame with a word in it that can be a name. */
  private static Optional<Find> framed(Hearing hearing, String family, List<String> not) {
    LanguagePack pack = hearing.pack();
    boolean own = family.equals("name-given");
    return hearing.phrases().by(Role.AGENT, family).stream()
        .filter(f -> f.start() <= WITHIN_SECONDS)
        .filter(
            f -> {
              List<String> words = hearing.talk().forms(f.turn()).subList(f.first(), f.last() + 1);
              boolean sure = !own || words.stream().anyMatch(w -> tells(pack, w));
              if (hearing.byMachine() && pack.isA("speaks", words.get(words.size() - 1))) {
                return own;
              }
              return words.stream()
                  .anyMatch(
                      w ->
                          name(pack, w) && !not.contains(w) && (sure || pack.isA("first-name", w)));
            })
        .findFirst();
  }

  /** Whether a frame with this word holds a name and nothing else: "speaking", "name". */
  private static boolean tells(LanguagePack pack, String form) {
    return pack.isA("speaks", form) || pack.isA("name-word", form);
  }

  private static boolean name(LanguagePack pack, String form) {
    return form.length() > 1
        && !pack.isA("never-name", form)
        && !pack.isA("function", form)
        && !pack.isA("title", form)
        && !pack.isNumber(form);
  }

  /** Without metadata: words beside the name that belong to no phrase of the opening. */
  private static Optional<Find> unexplained(Hearing hearing, Find name) {
    List<Find> explained = new ArrayList<>();
    for (String family : List.of("greeting", "offer-of-help", "name-given", "recording-notice")) {
      explained.addAll(hearing.phrases().in(family, name.turn()));
    }
    List<String> forms = hearing.talk().forms(name.turn());
    int until =
        hearing.phrases().in("offer-of-help", name.turn()).stream()
            .mapToInt(Find::first)
            .min()
            .orElse(forms.size());
    for (int i = 0; i < until; i++) {
      Find word = find(hearing, name.turn(), i, i);
      if (name(hearing.pack(), forms.get(i)) && explained.stream().noneMatch(word::overlaps)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private static Find find(Hearing hearing, int turn, int first, int last) {
    var words = hearing.talk().turn(turn).words();
    double start = words.get(first).start();
    return new Find(turn, first, last, start, Math.max(start, words.get(last).end()));
  }
}
