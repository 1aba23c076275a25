package earshot.workbench.team;

import earshot.call.AnswerValue;
import earshot.stats.Interval;
import earshot.stats.Proportion;
import earshot.stats.Sample;
import earshot.table.AnswerCounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sums of days, of one version of a form. Not thread-safe. */
final class Tally {
  private final Sample scores = new Sample();
  private final Map<String, AnswerCounts> answers = new TreeMap<>();
  private long calls;
  private long autoFails;

  static Tally of(List<AgentDay> days) {
    Tally tally = new Tally();
    days.forEach(tally::add);
    return tally;
  }

  void add(AgentDay day) {
    scores.addAll(day.scores());
    calls += day.calls();
    autoFails += day.autoFails();
    for (int i = 0; i < day.questions().size(); i++) {
      AnswerCounts counts =
          answers.computeIfAbsent(day.questions().get(i), question -> new AnswerCounts());
      for (AnswerValue value : AnswerValue.values()) {
        counts.add(value, day.count(i, value));
      }
    }
  }

  /** Calls that carry a scorecard of the form, with a score or not. */
  long calls() {
    return calls;
  }

  long autoFails() {
    return autoFails;
  }

  Sample scores() {
    return scores;
  }

  /** Of the mean score at 95 %; empty below two scores. */
  Optional<Interval> scoreInterval() {
    return scores.meanInterval().map(interval -> interval.within(0, 100));
  }

  AnswerCounts answers(String question) {
    return answers.getOrDefault(question, new AnswerCounts());
  }

  /** YES among YES and NO. */
  Proportion yes(String question) {
    return answers(question).yes();
  }
}
