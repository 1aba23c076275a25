package earshot.bench;

import earshot.score.form.Form;
import earshot.score.mark.Mark;
import earshot.score.mark.Marks;
import earshot.stats.Interval;
import earshot.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the marks say of a rule. */
final class BenchSummary {
  private BenchSummary() {}

  /**
   * Lines for each language in which the rule has places.
   *
   * @param shipped languages in which the rule counts without marks
   */
  static List<String> lines(RulePlaces places, Marks marks, Form form, List<String> shipped) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, String> rule : places.rules().entrySet()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: %d hits and %d near misses on %d calls",
              rule.getKey(),
              places.count(rule.getKey(), Mark.Kind.HIT),
              places.count(rule.getKey(), Mark.Kind.NEAR_MISS),
              places.calls()));
      lines.add("  precision     " + precision(marks, rule.getValue()));
      lines.add("  near misses   " + recall(places, marks, rule.getKey(), rule.getValue()));
      lines.add(
          "  in scores     "
              + standing(marks, form, rule.getValue(), shipped.contains(rule.getKey())));
    }
    return lines;
  }

  private static String precision(Marks marks, String rule) {
    Proportion hits = marks.truths(rule, Mark.Kind.HIT);
    if (hits.n() == 0) {
      return "not known: no hit is marked yet";
    }
    long otherwise =
        marks.of(rule, Mark.Kind.HIT).stream()
            .filter(m -> m.mark() == Mark.Value.WRONG_SENSE)
            .count();
    return share(hits) + (otherwise == 0 ? "" : ", " + otherwise + " in a wrong sense");
  }

  private static String recall(RulePlaces places, Marks marks, String language, String rule) {
    Proportion near = marks.truths(rule, Mark.Kind.NEAR_MISS);
    Proportion hits = marks.truths(rule, Mark.Kind.HIT);
    if (near.n() == 0) {
      return "none is marked yet: how much the rule misses is not known";
    }
    String really =
        String.format(Locale.ROOT, "%d of %d marked were really hits", near.hits(), near.n());
    if (hits.n() == 0) {
      return really;
    }
    double found = places.count(language, Mark.Kind.HIT) * hits.share().orElse(0.0);
    double missed = places.count(language, Mark.Kind.NEAR_MISS) * near.share().orElse(0.0);
    if (found + missed == 0) {
      return really;
    }
    return really
        + String.format(
            Locale.ROOT,
            "; recall at most about %.0f %%: what is worded quite otherwise is in neither list",
            100 * found / (found + missed));
  }

  private static String standing(Marks marks, Form form, String rule, boolean shipped) {
    double low = marks.truths(rule, Mark.Kind.HIT).wilson().map(Interval::low).orElse(0.0);
    if (shipped) {
      return "counts: it ships with Earshot";
    }
    return marks.confirm(rule, form.countsFrom())
        ? String.format(
            Locale.ROOT,
            "counts: %.1f %% or more at 95 %%, wanted %.1f %%; rescore brings it into earlier calls",
            100 * low,
            100 * form.countsFrom())
        : String.format(
            Locale.ROOT,
            "report only: the lower end of the interval is %.1f %%, wanted %.1f %%",
            100 * low,
            100 * form.countsFrom());
  }

  private static String share(Proportion share) {
    Interval interval = share.wilson().orElseThrow();
    return String.format(
        Locale.ROOT,
        "%.1f %%, %.1f to %.1f %% at 95 %%, n %d",
        100 * share.share().orElse(0.0),
        100 * interval.low(),
        100 * interval.high(),
        share.n());
  }
}
