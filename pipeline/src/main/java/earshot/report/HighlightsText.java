package earshot.report;

import earshot.call.Evidence;
import earshot.call.Searched;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Highlights as lines of a terminal. */
public final class HighlightsText {
  private static final int QUOTE = 70;

  private HighlightsText() {}

  /** The lines, at most 100 characters wide except where a call id or a reason is longer. */
  public static List<String> lines(Highlights highlights) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Figures.counted(highlights.calls(), "call")
            + ", "
            + Figures.clock(highlights.seconds())
            + " minutes in all");
    if (highlights.calls() == 0) {
      return lines;
    }
    for (Report.Scores scores : List.of(highlights.teams(), highlights.agents())) {
      lines.add("");
      lines.add(Titles.title(scores.head()).toUpperCase(Locale.ROOT));
      lines.addAll(TerminalReport.scores(scores).lines(TerminalReport.WIDTH));
    }
    lines.add("");
    Titles.notes(highlights.agents()).forEach(note -> lines.add("  " + note));
    weakest(lines, highlights.weakest());
    worthHearing(lines, highlights.worthHearing());
    return lines;
  }

  private static void weakest(List<String> lines, List<Highlights.WeakQuestion> weakest) {
    if (weakest.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("WEAKEST QUESTIONS");
    for (Highlights.WeakQuestion weak : weakest) {
      QuestionRow row = weak.row();
      lines.add(
          "  %s (%s): YES %s, %s at 95 %%, n %d%s"
              .formatted(
                  row.question(),
                  row.form(),
                  Figures.share(row.share()),
                  Figures.shares(row.interval()),
                  row.n(),
                  row.tooFew() ? ", " + Figures.TOO_FEW : ""));
      reason(lines, weak.callId() + " ", weak.example());
    }
  }

  private static void worthHearing(List<String> lines, List<Highlights.NotableCall> calls) {
    if (calls.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("CALLS WORTH HEARING");
    for (Highlights.NotableCall notable : calls) {
      lines.add(
          "  %s  %s  %s, %s: %s %s%s"
              .formatted(
                  notable.call().callId(),
                  notable.call().metadata().startedAt().toLocalDateTime().withSecond(0).withNano(0),
                  known(notable.call().metadata().agentName()),
                  known(notable.call().metadata().team()),
                  notable.form(),
                  Figures.score(notable.score()),
                  notable.autoFail() ? ", AUTOMATIC FAIL PROPOSED" : ""));
      notable.reasons().forEach(reason -> reason(lines, reason.question() + ": ", reason));
    }
  }

  private static void reason(List<String> lines, String start, Highlights.Reason reason) {
    lines.add("      " + start + reason.text());
    Evidence evidence = reason.evidence();
    Searched searched = reason.searched();
    Evidence instead = reason.instead();
    if (evidence != null) {
      lines.add("      " + quote(evidence));
    } else if (searched != null) {
      lines.add(
          "      looked for from "
              + Figures.clock(searched.from())
              + " to "
              + Figures.clock(searched.to())
              + ", "
              + searched.role().id()
              + (instead == null ? "" : "; heard first:"));
      if (instead != null) {
        lines.add("      " + quote(instead));
      }
    }
  }

  private static String quote(Evidence evidence) {
    return Figures.clock(evidence.start())
        + " "
        + evidence.role().id()
        + ": \""
        + shortened(evidence.quote())
        + "\"";
  }

  private static String known(@Nullable String value) {
    return value == null ? "(unknown)" : value;
  }

  private static String shortened(String quote) {
    if (quote.codePointCount(0, quote.length()) <= QUOTE) {
      return quote;
    }
    return quote.substring(0, quote.offsetByCodePoints(0, QUOTE - 2)) + "..";
  }
}
