package earshot.workbench.call;

import earshot.call.Answer;
import earshot.call.Evidence;
import earshot.call.Role;
import earshot.call.Scorecard;
import earshot.call.Searched;
import earshot.data.PersonAnswers.PersonAnswer;
import earshot.score.form.Form;
import earshot.score.form.Question;
import earshot.workbench.lookup.Withholding.Withheld;
import earshot.workbench.web.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The scorecards beside the transcript: questions of the forms, answers of the record. */
final class ScoreCards {
  /** As much is played before the words of an answer, so that they are heard in their place. */
  static final double LEAD_SECONDS = 3;

  private static final double GOOD = 80;
  private static final double FAIR = 60;
  private static final int RULES_SHOWN = 8;

  private final List<Form> forms;

  ScoreCards(List<Form> forms) {
    this.forms = List.copyOf(forms);
  }

  /**
   * @param people what they answered, oldest first
   */
  List<CallView.Card> of(List<Scorecard> cards, List<PersonAnswer> people) {
    return cards.stream().map(card -> card(card, latest(card.form(), people))).toList();
  }

  List<CallView.Earlier> history(List<Scorecard> history) {
    List<CallView.Earlier> earlier = new ArrayList<>();
    for (int i = history.size() - 1; i >= 0; i--) {
      Scorecard card = history.get(i);
      earlier.add(
          new CallView.Earlier(
              title(card.form()),
              card.version(),
              card.score() == null ? "no score" : number(card.score()),
              percent(card.coverage()),
              rules(card),
              counts(card)));
    }
    return earlier;
  }

  private static String counts(Scorecard card) {
    Map<String, Integer> counts = new HashMap<>();
    card.answers().forEach(a -> counts.merge(a.answer().name(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    for (String value : List.of("YES", "NO", "UNKNOWN", "NA")) {
      Integer count = counts.get(value);
      if (count != null) {
        parts.add(count + " " + AnswerText.of(value));
      }
    }
    return String.join(", ", parts);
  }

  private static Map<String, PersonAnswer> latest(String form, List<PersonAnswer> people) {
    Map<String, PersonAnswer> latest = new HashMap<>();
    for (PersonAnswer person : people) {
      if (person.form().equals(form)) {
        latest.put(person.question(), person);
      }
    }
    return latest;
  }

  /** A scorecard that is not shown yet. */
  CallView.Waiting waiting(Withheld withheld) {
    return new CallView.Waiting(
        withheld.form(), title(withheld.form()), withheld.until(), withheld.path());
  }

  private String title(String form) {
    return form(form).map(Form::title).orElse(form);
  }

  private Optional<Form> form(String id) {
    return forms.stream().filter(f -> f.id().equals(id)).findFirst();
  }

  private CallView.Card card(Scorecard recorded, Map<String, PersonAnswer> people) {
    Optional<Form> form = form(recorded.form());
    Scorecard machine = form.map(f -> weighed(f, recorded)).orElse(recorded);
    Scorecard card = effective(machine, people);
    return new CallView.Card(
        card.form(),
        title(card.form()),
        card.score() == null ? null : number(card.score()),
        band(card.score()),
        percent(card.coverage()),
        card.autoFailProposed(),
        ScoreFormula.of(card),
        card.version(),
        rules(card),
        sections(form, machine, people));
  }

  /** Records of before answers carried weights: those of the form, where it is still that one. */
  private static Scorecard weighed(Form form, Scorecard card) {
    if (form.version() != card.version() || card.answers().stream().anyMatch(a -> a.weight() > 0)) {
      return card;
    }
    Map<String, Question> questions = new HashMap<>();
    form.questions().forEach(q -> questions.put(q.id(), q));
    List<Answer> answers = new ArrayList<>();
    for (Answer answer : card.answers()) {
      Question question = questions.get(answer.question());
      answers.add(
          question == null ? answer : answer.weighing(question.weight(), question.critical()));
    }
    return new Scorecard(
        card.form(),
        card.version(),
        card.rulesHash(),
        card.score(),
        card.coverage(),
        card.autoFailProposed(),
        answers);
  }

  private static Scorecard effective(Scorecard machine, Map<String, PersonAnswer> people) {
    if (people.isEmpty()) {
      return machine;
    }
    List<Answer> answers = new ArrayList<>();
    for (Answer answer : machine.answers()) {
      PersonAnswer person = people.get(answer.question());
      answers.add(
          person == null ? answer : answer.answeredByPerson(person.answer(), person.comment()));
    }
    return machine.withAnswers(answers);
  }

  private List<CallView.Section> sections(
      Optional<Form> form, Scorecard card, Map<String, PersonAnswer> people) {
    List<CallView.Section> sections = new ArrayList<>();
    Map<String, Answer> answers = new HashMap<>();
    card.answers().forEach(a -> answers.put(a.question(), a));
    Set<String> shown = new HashSet<>();
    for (Form.Section section : form.map(Form::sections).orElse(List.of())) {
      List<CallView.Row> rows = new ArrayList<>();
      for (Question question : section.questions()) {
        Answer answer = answers.get(question.id());
        if (answer != null && shown.add(question.id())) {
          rows.add(row(card.form(), question, answer, people.get(question.id())));
        }
      }
      sections.add(new CallView.Section(section.title(), rows));
    }
    List<CallView.Row> rest = new ArrayList<>();
    for (Answer answer : card.answers()) {
      if (!shown.contains(answer.question())) {
        rest.add(row(card.form(), null, answer, people.get(answer.question())));
      }
    }
    if (!rest.isEmpty()) {
      sections.add(new CallView.Section("Version " + card.version(), rest));
    }
    return sections;
  }

  private static CallView.Row row(
      String form, @Nullable Question question, Answer answer, @Nullable PersonAnswer person) {
    Evidence near = answer.nearMiss();
    Searched searched = answer.searched();
    return new CallView.Row(
        form + "-" + answer.question(),
        form,
        answer.question(),
        question == null ? answer.question() : question.text(),
        question == null ? "" : question.help(),
        answer.weight() == 0 ? null : answer.weight(),
        answer.critical(),
        person == null ? answer.answer() : person.answer(),
        answer.answer(),
        person == null ? null : said(person),
        answer.layer(),
        (int) Math.round(100 * answer.confidence()),
        answer.reason(),
        answer.evidence().stream().map(ScoreCards::quote).toList(),
        searched == null ? null : looked(searched),
        near == null ? null : quote(near));
  }

  private static CallView.Decided said(PersonAnswer person) {
    return new CallView.Decided(person.by(), Moment.of(person.at()), person.comment());
  }

  private static CallView.Quote quote(Evidence evidence) {
    return new CallView.Quote(
        evidence.role().id(),
        Clock.at(evidence.start()),
        Clock.number(evidence.start()),
        Clock.number(evidence.end()),
        Clock.number(Math.max(0, evidence.start() - LEAD_SECONDS)),
        evidence.quote());
  }

  private static CallView.Looked looked(Searched searched) {
    return new CallView.Looked(
        searched.role() == Role.UNKNOWN ? "any speaker" : searched.role().id(),
        Clock.at(searched.from()),
        Clock.at(searched.to()),
        Clock.number(searched.from()),
        Clock.number(searched.to()));
  }

  private static String rules(Scorecard card) {
    return card.rulesHash().substring(0, Math.min(RULES_SHOWN, card.rulesHash().length()));
  }

  private static String band(@Nullable Double score) {
    if (score == null) {
      return "none";
    }
    return score >= GOOD ? "good" : score >= FAIR ? "fair" : "poor";
  }

  private static String number(double score) {
    return String.format(Locale.ROOT, "%.1f", score);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
