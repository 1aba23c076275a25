package earshot.command;

import earshot.pipeline.Rescore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a rescore changes: each answer, then by question, by agent and in the scores. */
final class RescoreText {
  private RescoreText() {}

  static List<String> lines(Rescore.Result result) {
    List<String> lines = new ArrayList<>();
    if (!result.changes().isEmpty()) {
      lines.add("ANSWERS");
      result.changes().forEach(c -> lines.add(line(c)));
      lines.add("");
      lines.add("BY QUESTION");
      counts(result, c -> c.form() + " " + c.question(), lines);
      lines.add("");
      lines.add("BY AGENT AND QUESTION");
      counts(result, c -> String.format(Locale.ROOT, "%-14s %s", c.agent(), c.question()), lines);
      lines.add("");
    }
    if (!result.scores().isEmpty()) {
      lines.add("SCORES BY AGENT, people's answers included");
      scores(result, lines);
      lines.add("");
    }
    return lines;
  }

  private static String line(Rescore.Change c) {
    return String.format(
        Locale.ROOT,
        "%-20s %-14s %-22s %-8s -> %s%s",
        c.callId(),
        c.agent(),
        c.question(),
        c.before(),
        c.after(),
        c.person() == null ? "" : " (a person answered " + c.person() + ", which stays)");
  }

  private interface Key {
    String of(Rescore.Change change);
  }

  private static void counts(Rescore.Result result, Key key, List<String> lines) {
    Map<String, List<Rescore.Change>> groups =
        result.changes().stream()
            .collect(Collectors.groupingBy(key::of, TreeMap::new, Collectors.toList()));
    groups.forEach(
        (group, changes) -> {
          Map<String, Long> kinds =
              changes.stream()
                  .collect(
                      Collectors.groupingBy(
                          c -> c.before() + " -> " + c.after(),
                          TreeMap::new,
                          Collectors.counting()));
          String text =
              kinds.entrySet().stream()
                  .map(e -> e.getKey() + " " + e.getValue())
                  .collect(Collectors.joining(", "));
          long decided = changes.stream().filter(c -> c.person() != null).count();
          lines.add(
              String.format(
                  Locale.ROOT,
                  "%-44s %5d  %s%s",
                  group,
                  changes.size(),
                  text,
                  decided == 0 ? "" : "; in " + decided + " a person's answer stays"));
        });
  }

  private static void scores(Rescore.Result result, List<String> lines) {
    Map<String, List<Rescore.Score>> groups =
        result.scores().stream()
            .collect(
                Collectors.groupingBy(
                    s -> String.format(Locale.ROOT, "%-14s %s", s.agent(), s.form()),
                    TreeMap::new,
                    Collectors.toList()));
    groups.forEach(
        (group, scores) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%-44s %5d  mean %s -> %s",
                    group,
                    scores.size(),
                    mean(scores.stream().map(Rescore.Score::before).toList()),
                    mean(scores.stream().map(Rescore.Score::after).toList()))));
  }

  private static String mean(List<@Nullable Double> scores) {
    double sum = 0;
    int n = 0;
    for (Double score : scores) {
      if (score != null) {
        sum += score;
        n++;
      }
    }
    return n == 0 ? "none" : String.format(Locale.ROOT, "%.1f", sum / n);
  }
}
