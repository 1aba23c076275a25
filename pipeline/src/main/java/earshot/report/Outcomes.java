package earshot.report;

import earshot.stats.ControlChart;
import earshot.stats.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the calls: trends, repeats, what goes with resolution, what customers begin to
 * say.
 *
 * @param questions those with a difference, surest first
 * @param phrases null when the tables hold no text
 * @param phraseCalls calls of the last week behind the phrases
 * @param earlierCalls calls of the weeks before behind them
 */
record Outcomes(
    List<Trend> trends,
    RepeatCalls repeats,
    List<QuestionOutcome> questions,
    @Nullable List<RisingPhrases.Rising> phrases,
    long phraseCalls,
    long earlierCalls) {
  Outcomes {
    trends = List.copyOf(trends);
    questions = List.copyOf(questions);
    phrases = phrases == null ? null : List.copyOf(phrases);
  }

  /**
   * Weekly values.
   *
   * @param weeks their Mondays
   * @param n of each week
   * @param greatest value there can be: 100 for a score, 1 for a share
   */
  record Trend(
      String title, List<String> weeks, List<Long> n, ControlChart chart, double greatest) {
    Trend {
      weeks = List.copyOf(weeks);
      n = List.copyOf(n);
    }
  }

  /**
   * Share of resolved calls with a YES against that with a NO.
   *
   * @param tooFew whether one of the two is too small to compare
   */
  record QuestionOutcome(String form, String question, Difference resolved, boolean tooFew) {}
}
