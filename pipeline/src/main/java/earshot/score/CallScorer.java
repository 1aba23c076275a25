package earshot.score;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Facts;
import earshot.call.Role;
import earshot.call.Scorecard;
import earshot.call.Turn;
import earshot.score.check.Case;
import earshot.score.check.Check;
import earshot.score.check.Checks;
import earshot.score.check.Conditions;
import earshot.score.check.Place;
import earshot.score.check.Verdict;
import earshot.score.fact.Circumstances;
import earshot.score.fact.Hearing;
import earshot.score.form.Form;
import earshot.score.form.FormReader;
import earshot.score.form.Question;
import earshot.score.phrase.LanguagePack;
import earshot.score.phrase.LanguagePacks;
import earshot.score.phrase.Phrases;
import earshot.score.speaker.SpeakerTeller;
import earshot.score.speaker.Speakers;
import earshot.score.talk.Conversation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Answers the questions of all forms for a call, with evidence, and finds its facts. The same
 * record gives the same answers. Thread-safe.
 */
public final class CallScorer {
  private static final String HOLD_ANNOUNCED = "hold-announced";

  private final List<Form> forms;
  private final LanguagePacks packs;
  private final Map<String, Check> checks = new LinkedHashMap<>();
  private final RulesHash hashes;
  private final RuleHashes rules;
  private final Set<String> reportOnly = new HashSet<>();

  /**
   * With all rules counting.
   *
   * @throws IllegalArgumentException when a form names a check or condition that is not there
   */
  public CallScorer(List<Form> forms, LanguagePacks packs) {
    this(forms, packs, (form, rule) -> true);
  }

  /**
   * @param counts whether a rule, by its hash, counts in the score of a form
   * @throws IllegalArgumentException when a form names a check or condition that is not there
   */
  CallScorer(List<Form> forms, LanguagePacks packs, BiPredicate<Form, String> counts) {
    this.forms = List.copyOf(forms);
    this.packs = packs;
    for (Form form : forms) {
      for (Question question : form.questions()) {
        checks.put(key(form, question), Checks.of(question));
        for (String condition : question.notApplicable()) {
          if (!Conditions.known(condition)) {
            throw new IllegalArgumentException(
                "question '" + question.id() + "': there is no condition '" + condition + "'");
          }
        }
      }
    }
    this.hashes = new RulesHash(forms, packs, checks);
    this.rules = new RuleHashes(forms, packs);
    for (Form form : forms) {
      for (Question question : form.questions()) {
        for (String code : packs.all().keySet()) {
          if (!counts.test(form, rules.of(form.id(), question.id(), code))) {
            reportOnly.add(key(form, question) + "/" + code);
          }
        }
      }
    }
  }

  /** With the forms and languages that ship. */
  public static CallScorer standard() {
    return new CallScorer(FormReader.shipped(), LanguagePacks.shipped());
  }

  public List<Form> forms() {
    return forms;
  }

  /** The languages in which calls can be scored. */
  public LanguagePacks packs() {
    return packs;
  }

  /** Tells whether a rule is still the same. */
  public RuleHashes rules() {
    return rules;
  }

  /** Whether the answers to a question are shown but count in no score. */
  public boolean reportOnly(String form, String question, String language) {
    return reportOnly.contains(form + "/" + question + "/" + language);
  }

  /** Questions, as {@code form/question/language}, whose answers count in no score yet. */
  public Set<String> reportOnly() {
    return Collections.unmodifiableSet(reportOnly);
  }

  /** Whether a NO to this question proposes an automatic fail. */
  public boolean critical(String form, String question) {
    return forms.stream()
        .filter(f -> f.id().equals(form))
        .flatMap(f -> f.questions().stream())
        .anyMatch(q -> q.id().equals(question) && q.critical());
  }

  /** Whether somebody who says this asks the other to wait, in the words of a language. */
  public boolean asksToWait(Turn turn, String language) {
    return packs
        .find(language)
        .map(
            pack -> {
              Conversation alone = Conversation.asHeard(List.of(turn), pack.language());
              return new Phrases(pack, alone).says(0, HOLD_ANNOUNCED);
            })
        .orElse(false);
  }

  /** Scores a call; facts and scorecards that the record has already are not looked at. */
  public Scored score(CallRecord call) {
    Optional<LanguagePack> pack = packs.find(call.transcript().language());
    if (pack.isEmpty()) {
      return unscored(call, "Calls in the language of this call cannot be scored yet.");
    }
    Speakers speakers = speakers(call, pack.get());
    if (!speakers.told()) {
      return unscored(call, speakers.reason());
    }
    Case known = known(call, pack.get(), speakers);
    List<Scorecard> cards = new ArrayList<>();
    for (Form form : forms) {
      cards.add(card(form, known, speakers.certainty()));
    }
    return new Scored(known.circumstances().facts(), cards);
  }

  /**
   * The places in a call that a question finds or nearly finds; none where it does not apply or
   * cannot be answered.
   */
  public List<Place> places(CallRecord call, String formId, String questionId) {
    Form form = forms.stream().filter(f -> f.id().equals(formId)).findFirst().orElseThrow();
    Question question =
        form.questions().stream().filter(q -> q.id().equals(questionId)).findFirst().orElseThrow();
    Optional<LanguagePack> pack = packs.find(call.transcript().language());
    if (pack.isEmpty()) {
      return List.of();
    }
    Speakers speakers = speakers(call, pack.get());
    if (!speakers.told()) {
      return List.of();
    }
    Case known = known(call, pack.get(), speakers);
    Check check = check(form, question);
    if (notApplicable(form, known).isPresent()
        || question.notApplicable().stream()
            .anyMatch(c -> Conditions.reason(c, known).isPresent())) {
      return List.of();
    }
    Verdict verdict = check.answer(known);
    return verdict.answer() == AnswerValue.NA ? List.of() : check.places(known, verdict);
  }

  /** Whether a question is answered from what is said. */
  public boolean searchesWords(String form, String question) {
    Check check = checks.get(form + "/" + question);
    return check != null && check.layer().equals("phrase");
  }

  private static Speakers speakers(CallRecord call, LanguagePack pack) {
    return SpeakerTeller.tell(call.transcript().turns(), pack, call.metadata().outbound());
  }

  private static Case known(CallRecord call, LanguagePack pack, Speakers speakers) {
    Conversation talk =
        Conversation.of(
            speakers.turns(),
            call.events(),
            call.audio().seconds(),
            pack.language(),
            f -> pack.isA("listening", f));
    Hearing hearing = new Hearing(call, talk, new Phrases(pack, talk));
    return new Case(hearing, Circumstances.of(hearing));
  }

  private Scorecard card(Form form, Case call, double certainty) {
    Optional<String> out = notApplicable(form, call);
    List<Answer> answers = new ArrayList<>();
    for (Question question : form.questions()) {
      Check check = check(form, question);
      Verdict verdict =
          out.map(Verdict::notApplicable).orElseGet(() -> verdict(form, question, check, call));
      answers.add(answer(question, check, verdict, certainty));
    }
    return scorecard(form, call.hearing().pack().code(), answers);
  }

  private Scorecard scorecard(Form form, String language, List<Answer> answers) {
    return Scores.card(
        form,
        hashes.of(form, language),
        answers,
        question -> reportOnly(form.id(), question.id(), language));
  }

  private static Optional<String> notApplicable(Form form, Case call) {
    if (call.talk().speechSeconds(Role.AGENT) < form.agentSpeechSeconds()) {
      return Optional.of("The agent speaks too little for this form.");
    }
    return form.onlyComplaints() && call.circumstances().complaint().isEmpty()
        ? Optional.of("No dissatisfaction of the customer was heard clearly.")
        : Optional.empty();
  }

  private static Verdict verdict(Form form, Question question, Check check, Case call) {
    for (String condition : question.notApplicable()) {
      Optional<String> reason = Conditions.reason(condition, call);
      if (reason.isPresent()) {
        return Verdict.notApplicable(reason.get());
      }
    }
    if (check.needs().stream().noneMatch(call.hearing().pack()::has) && !check.needs().isEmpty()) {
      return Verdict.unknown("There are no phrases for this question in this language yet.");
    }
    return new HeardGate(form.gate(), call).pass(question, check, check.answer(call));
  }

  private static Answer answer(Question question, Check check, Verdict verdict, double certainty) {
    return new Answer(
        question.id(),
        verdict.answer(),
        check.layer(),
        Math.round(verdict.confidence() * certainty * 1000) / 1000.0,
        verdict.reason(),
        verdict.evidence(),
        verdict.searched(),
        verdict.nearMiss());
  }

  private Scored unscored(CallRecord call, String reason) {
    String spoken = call.transcript().language();
    String language = packs.find(spoken).map(LanguagePack::code).orElse(spoken);
    List<Scorecard> cards = new ArrayList<>();
    for (Form form : forms) {
      List<Answer> answers = new ArrayList<>();
      for (Question question : form.questions()) {
        Verdict verdict =
            question.notApplicable().contains("not-separated") && !call.audio().layout().separated()
                ? Verdict.notApplicable(
                    "Both speakers are on one channel, so who talks over whom cannot be measured.")
                : Verdict.unknown(reason);
        answers.add(answer(question, check(form, question), verdict, 1));
      }
      cards.add(scorecard(form, language, answers));
    }
    return new Scored(new Facts(null, null, "unknown", null, 0, 0, null), cards);
  }

  private Check check(Form form, Question question) {
    Check check = checks.get(key(form, question));
    if (check == null) {
      throw new IllegalStateException("no check for " + key(form, question));
    }
    return check;
  }

  private static String key(Form form, Question question) {
    return form.id() + "/" + question.id();
  }
}
