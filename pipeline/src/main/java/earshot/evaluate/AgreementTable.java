package earshot.evaluate;

import earshot.stats.Proportion;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints an {@link AnswerAgreement} as text. */
public final class AgreementTable {
  private static final String HEAD =
      String.format(
          Locale.ROOT,
          "%-20s %5s %5s %5s %5s %7s %6s %7s %7s %7s %7s %8s%n",
          "question",
          "n",
          "YES",
          "NO",
          "NA",
          "agree",
          "kappa",
          "YES pr",
          "YES re",
          "NO pr",
          "NO re",
          "UNKNOWN");

  private AgreementTable() {}

  /**
   * The table: labels and their spread, agreement and kappa over the answers that are not UNKNOWN,
   * precision and recall of YES and NO, and the share of UNKNOWN over all labels.
   *
   * @param withDisagreements whether each disagreement follows with its quote; quotes are what was
   *     said on the calls
   */
  public static String print(AnswerAgreement agreement, boolean withDisagreements) {
    StringBuilder out = new StringBuilder(HEAD);
    agreement.questions().forEach((q, row) -> out.append(line(q, row)));
    out.append(line("all questions", agreement.total()));
    if (!agreement.facts().isEmpty()) {
      out.append(
          String.format(Locale.ROOT, "%n%-20s %5s %7s %6s%n", "fact", "n", "agree", "kappa"));
      for (Map.Entry<String, AnswerAgreement.Row> fact : agreement.facts().entrySet()) {
        AnswerAgreement.Row row = fact.getValue();
        out.append(
            String.format(
                Locale.ROOT,
                "%-20s %5d %7s %6s%n",
                fact.getKey(),
                row.labels(),
                percent(row.answered().observed()),
                number(row.answered().kappa())));
      }
    }
    if (withDisagreements && !agreement.disagreements().isEmpty()) {
      out.append(String.format(Locale.ROOT, "%nDisagreements%n"));
      for (AnswerAgreement.Disagreement d : agreement.disagreements()) {
        out.append(
            String.format(
                Locale.ROOT,
                "%s %s: truth %s, answered %s. %s%s%n",
                d.callId(),
                d.question(),
                d.truth(),
                d.answer(),
                d.reason(),
                d.quote().isEmpty() ? "" : " \"" + d.quote() + '"'));
      }
    }
    return out.toString();
  }

  /** The table for a document, without any words of a call. */
  public static String markdown(AnswerAgreement agreement) {
    StringBuilder out =
        new StringBuilder(
            "| question | n | YES | NO | NA | agreement | kappa | YES precision | YES recall |"
                + " NO precision | NO recall | UNKNOWN | disagreements |\n"
                + "|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
    agreement.questions().forEach((q, row) -> out.append(row(q, row, calls(agreement, q))));
    return out.append(row("all questions", agreement.total(), "")).toString();
  }

  private static String calls(AnswerAgreement agreement, String question) {
    return agreement.disagreements().stream()
        .filter(d -> d.question().equals(question))
        .map(d -> d.callId() + " " + d.truth() + "/" + d.answer())
        .collect(Collectors.joining(", "));
  }

  private static String row(String name, AnswerAgreement.Row row, String calls) {
    return "| "
        + String.join(
            " | ",
            name,
            String.valueOf(row.labels()),
            String.valueOf(row.truths("YES")),
            String.valueOf(row.truths("NO")),
            String.valueOf(row.truths("NA")),
            percent(row.answered().observed()),
            number(row.answered().kappa()),
            percent(row.precision("YES")),
            percent(row.recall("YES")),
            percent(row.precision("NO")),
            percent(row.recall("NO")),
            percent(new Proportion(row.unknown(), row.labels())),
            calls)
        + " |\n";
  }

  private static String line(String name, AnswerAgreement.Row row) {
    return String.format(
        Locale.ROOT,
        "%-20s %5d %5d %5d %5d %7s %6s %7s %7s %7s %7s %8s%n",
        name,
        row.labels(),
        row.truths("YES"),
        row.truths("NO"),
        row.truths("NA"),
        percent(row.answered().observed()),
        number(row.answered().kappa()),
        percent(row.precision("YES")),
        percent(row.recall("YES")),
        percent(row.precision("NO")),
        percent(row.recall("NO")),
        percent(new Proportion(row.unknown(), row.labels())));
  }

  private static String percent(Proportion share) {
    return share.share().map(s -> String.format(Locale.ROOT, "%.1f%%", 100 * s)).orElse("-");
  }

  private static String number(Optional<Double> value) {
    return value.map(v -> String.format(Locale.ROOT, "%.2f", v)).orElse("-");
  }
}
