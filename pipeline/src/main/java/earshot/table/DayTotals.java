package earshot.table;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Metadata;
import earshot.call.Scorecard;
import earshot.stats.Sample;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the calls of one day by agent and by question. Not thread-safe. */
final class DayTotals {
  private static final Comparator<@Nullable String> NULL_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  private final LocalDate day;
  private final Map<Agent, DayTables.AgentDay> agents = new TreeMap<>(Agent.ORDER);
  private final Map<Question, DayTables.QuestionDay> questions = new TreeMap<>(Question.ORDER);

  DayTotals(LocalDate day) {
    this.day = day;
  }

  /** An agent on one form; whoever changes the team during the day is counted in both. */
  record Agent(
      @Nullable String id, @Nullable String name, @Nullable String team, String form, int version) {
    static final Comparator<Agent> ORDER =
        Comparator.comparing(Agent::team, NULL_FIRST)
            .thenComparing(Agent::id, NULL_FIRST)
            .thenComparing(Agent::name, NULL_FIRST)
            .thenComparing(Agent::form)
            .thenComparingInt(Agent::version);
  }

  /** A question of one form. */
  record Question(String form, int version, String id) {
    static final Comparator<Question> ORDER =
        Comparator.comparing(Question::form)
            .thenComparingInt(Question::version)
            .thenComparing(Question::id);
  }

  void add(CallRecord call) {
    Metadata about = call.metadata();
    for (Scorecard card : call.scorecards()) {
      Agent agent =
          new Agent(about.agentId(), about.agentName(), about.team(), card.form(), card.version());
      DayTables.AgentDay agentDay =
          agents.computeIfAbsent(
              agent, key -> new DayTables.AgentDay(day, key, new FormTally(), new AnswerCounts()));
      for (Answer answer : card.answers()) {
        agentDay.answers().add(answer.answer());
        Question question = new Question(card.form(), card.version(), answer.question());
        DayTables.QuestionDay questionDay =
            questions.computeIfAbsent(
                question,
                key -> new DayTables.QuestionDay(day, key, new AnswerCounts(), new Sample()));
        questionDay.answers().add(answer.answer());
        questionDay.confidence().add(answer.confidence());
      }
      agentDay.tally().add(card.score(), applies(card), card.coverage(), card.autoFailProposed());
    }
  }

  /** Whether any question of the form applies to the call. */
  static boolean applies(Scorecard card) {
    return card.answers().stream().anyMatch(answer -> answer.answer() != AnswerValue.NA);
  }

  List<DayTables.AgentDay> agentDays() {
    return List.copyOf(agents.values());
  }

  List<DayTables.QuestionDay> questionDays() {
    return List.copyOf(questions.values());
  }
}
