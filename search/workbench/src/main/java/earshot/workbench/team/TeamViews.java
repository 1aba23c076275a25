package earshot.workbench.team;

import earshot.call.AnswerValue;
import earshot.score.form.Form;
import earshot.score.form.Question;
import earshot.stats.Difference;
import earshot.stats.Interval;
import earshot.stats.Minimums;
import earshot.stats.Proportion;
import earshot.workbench.web.Links;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes rows and cells of sums. Thread-safe. */
final class TeamViews {
  /** Shares of YES from which on a cell gets the next paler shade, in per cent. */
  private static final int[] SHADES = {90, 75, 60, 40};

  private final Minimums minimums;
  private final Map<String, Form> forms = new LinkedHashMap<>();

  TeamViews(Minimums minimums, List<Form> forms) {
    this.minimums = minimums;
    forms.forEach(form -> this.forms.put(form.id(), form));
  }

  /** Scored calls from which on means can be compared. */
  int enough() {
    return minimums.scores();
  }

  /** Why some agents stand below the others; empty where there are not both kinds. */
  String fewLast(List<TeamView.ScoreRow> agents) {
    long few = agents.stream().filter(TeamView.ScoreRow::few).count();
    return few == 0 || few == agents.size()
        ? ""
        : "Agents with fewer than "
            + enough()
            + " scored calls come last: so few make extreme means by chance.";
  }

  String title(String form) {
    Form known = forms.get(form);
    return known == null ? form : known.title();
  }

  /** The questions of a form in its order; those that it no longer has come last. */
  Map<String, String> questions(Selection selected) {
    Map<String, String> questions = new LinkedHashMap<>();
    TreeSet<String> answered = new TreeSet<>();
    selected.cells().forEach(c -> answered.addAll(c.questions()));
    Form form = forms.get(selected.form());
    for (Question question : form == null ? List.<Question>of() : form.questions()) {
      if (answered.remove(question.id())) {
        questions.put(question.id(), question.text());
      }
    }
    answered.forEach(id -> questions.put(id, id));
    return questions;
  }

  TeamView.ScoreRow row(
      String name, @Nullable String path, String team, Tally tally, CallQuery calls, String form) {
    long n = tally.scores().n();
    Interval interval = tally.scoreInterval().orElse(null);
    Double mean = tally.scores().mean().isPresent() ? tally.scores().mean().getAsDouble() : null;
    return new TeamView.ScoreRow(
        name,
        path,
        team,
        count(tally.calls(), calls),
        count(n, calls.scored(form)),
        mean == null ? "-" : score(mean),
        interval == null ? "-" : score(interval.low()) + " to " + score(interval.high()),
        bar(mean, interval),
        n < minimums.scores(),
        count(tally.autoFails(), calls.failed(form)));
  }

  static TeamView.Count count(long n, CallQuery calls) {
    return new TeamView.Count(Long.toString(n), n == 0 ? null : calls.link());
  }

  private static TeamView.@Nullable Bar bar(@Nullable Double value, @Nullable Interval interval) {
    if (value == null || interval == null) {
      return null;
    }
    return new TeamView.Bar(
        score(interval.low()), score(Math.max(1, interval.high() - interval.low())), score(value));
  }

  TeamView.Cell cell(String who, String question, Tally tally, CallQuery calls) {
    Proportion yes = tally.yes(question);
    if (yes.n() == 0) {
      return new TeamView.Cell("", 0, "none", null, who + ", " + question + ": no answer");
    }
    long percent = percent(yes);
    boolean few = yes.n() < minimums.answers();
    String says =
        who + ", " + question + ": " + percent + " % YES of " + yes.n() + (few ? ", too few" : "");
    return new TeamView.Cell(
        percent + " %",
        yes.n(),
        few ? "few" : shade(percent),
        calls.answered(question, AnswerValue.YES, AnswerValue.NO).link(),
        says);
  }

  private static String shade(long percent) {
    int shade = 0;
    while (shade < SHADES.length && percent < SHADES[shade]) {
      shade++;
    }
    return Integer.toString(shade);
  }

  /**
   * A question on the page of an agent.
   *
   * @param rest sums of the rest of the team; null where those are not shown
   */
  TeamView.QuestionRow question(
      String id, String text, String path, Tally own, @Nullable Tally rest, CallQuery calls) {
    Proportion yes = own.yes(id);
    Interval interval = yes.wilson().map(i -> percent(i)).orElse(null);
    return new TeamView.QuestionRow(
        text,
        path,
        count(own, id, AnswerValue.YES, calls),
        count(own, id, AnswerValue.NO, calls),
        count(own, id, AnswerValue.NA, calls),
        count(own, id, AnswerValue.UNKNOWN, calls),
        yes.n() == 0 ? "-" : percent(yes) + " %",
        interval == null
            ? "-"
            : Math.round(interval.low()) + " to " + Math.round(interval.high()) + " %",
        bar(yes.share().map(s -> 100 * s).orElse(null), interval),
        yes.n() < minimums.answers(),
        rest == null ? "" : rest(rest.yes(id)),
        rest == null ? "" : differs(yes, rest.yes(id)));
  }

  private static TeamView.Count count(Tally own, String id, AnswerValue value, CallQuery calls) {
    return count(own.answers(id).of(value), calls.answered(id, value));
  }

  private static String rest(Proportion yes) {
    return yes.n() == 0 ? "-" : percent(yes) + " % of " + yes.n();
  }

  /** What chance alone would do in one of twenty questions at most. */
  private String differs(Proportion own, Proportion rest) {
    if (Math.min(own.n(), rest.n()) < minimums.answers()) {
      return "";
    }
    return new Difference(own, rest)
        .interval()
        .map(i -> i.low() > 0 ? "higher" : i.high() < 0 ? "lower" : "")
        .orElse("");
  }

  private static Interval percent(Interval share) {
    return new Interval(100 * share.low(), 100 * share.high());
  }

  private static long percent(Proportion share) {
    return Math.round(100 * share.share().orElseThrow());
  }

  private static String score(double score) {
    return String.format(Locale.ROOT, "%.1f", score);
  }

  /** What readers must know of these figures. */
  List<String> notes(Selection selected) {
    List<String> notes = new ArrayList<>();
    selected
        .older()
        .forEach(
            (version, calls) ->
                notes.add(
                    calls
                        + (calls == 1 ? " call" : " calls")
                        + " answered by version "
                        + version
                        + " of the form left out; earshot rescore brings them together."));
    return notes;
  }

  /** The page of an agent; null for those without an id. */
  static @Nullable String path(AgentDay.Agent agent, String query) {
    String id = agent.id();
    return id == null ? null : "/team/agents/" + Links.segment(id) + query;
  }
}
