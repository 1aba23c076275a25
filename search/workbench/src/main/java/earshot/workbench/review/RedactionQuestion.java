package earshot.workbench.review;

import earshot.call.Answer;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.call.Redaction;
import earshot.call.Scorecard;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.workbench.web.Question;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What goes when a span is redacted: the words, the sound, and what repeats them elsewhere. */
final class RedactionQuestion {
  private static final int LINES_SHOWN = 12;

  private final CallRecord call;
  private final SpanRedaction span;
  private final CallRecord without;

  RedactionQuestion(CallRecord call, SpanRedaction span) {
    this.call = call;
    this.span = span;
    this.without = span.apply(call);
  }

  /**
   * @param fields of the form that was sent
   * @param comments on the call
   * @param lists titles of the playlists of clips that hold a part of the span, one a clip
   * @param post where the answer goes, and {@code back} the page of the call
   */
  Question of(
      Map<String, String> fields,
      List<ReviewNotes.Comment> comments,
      List<String> lists,
      String post,
      String back)
      throws IOException {
    List<Question.Line> lines = lines();
    List<String> goes = new ArrayList<>();
    goes.add(words() + sound());
    int quoting = quoting();
    if (quoting > 0) {
      goes.add(
          "The words go from the evidence of "
              + count(quoting, "answer")
              + ", and the call is scored again.");
    }
    if (!lists.isEmpty()) {
      goes.add(
          "They go from "
              + count(lists.size(), "clip")
              + " too, in "
              + lists.stream()
                  .distinct()
                  .collect(Collectors.joining("\u201d, \u201c", "\u201c", "\u201d."))
              + " Notes of clips stay as they were written.");
    }
    long about = comments.stream().filter(this::concerns).count();
    if (about > 0) {
      goes.add(
          count((int) about, "comment")
              + (about == 1 ? " is" : " are")
              + " about this span and will stay: see that the words are not repeated there.");
    }
    goes.add(
        call.audio().channels() == 0
            ? "This cannot be taken back."
            : "This cannot be taken back. The file of the recording itself is not changed.");
    return new Question(
        "Redact " + span(span.start(), span.end()) + " for good?",
        goes,
        lines.size() <= LINES_SHOWN ? lines : shortened(lines),
        post,
        fields,
        Question.state(
            call.callId(), span, new String(CallJson.write(call), StandardCharsets.UTF_8)),
        "Redact for good",
        "Keep",
        back,
        false);
  }

  private static List<Question.Line> shortened(List<Question.Line> lines) {
    List<Question.Line> shown = new ArrayList<>(lines.subList(0, LINES_SHOWN - 1));
    shown.add(new Question.Line("", "and " + (lines.size() - shown.size()) + " more turns"));
    return shown;
  }

  private List<Question.Line> lines() {
    List<Question.Line> lines = new ArrayList<>();
    for (Turn turn : call.transcript().turns()) {
      List<Word> gone = span.words(turn);
      if (!gone.isEmpty()) {
        lines.add(
            new Question.Line(
                Typed.clock(gone.get(0).start()) + " " + turn.role().id(),
                gone.stream().map(Word::word).collect(Collectors.joining(" "))));
      }
    }
    return lines;
  }

  private String words() {
    int words = call.transcript().turns().stream().mapToInt(t -> span.words(t).size()).sum();
    return words == 0
        ? "No words lie in this span"
        : count(words, "word") + (words == 1 ? " goes" : " go");
  }

  /** From the first second that is muted to the last: words go as a whole. */
  private String sound() {
    if (call.audio().channels() == 0) {
      return ".";
    }
    List<Redaction> muted =
        without.redactions().stream().filter(r -> !call.redactions().contains(r)).toList();
    if (muted.isEmpty()) {
      return "; the sound is muted already.";
    }
    double from = muted.stream().mapToDouble(Redaction::start).min().orElse(span.start());
    double to = muted.stream().mapToDouble(Redaction::end).max().orElse(span.end());
    Integer channel = span.channel();
    return String.format(
        Locale.ROOT,
        "; %.1f s of sound are muted, %s, on %s.",
        to - from,
        span(from, to),
        channel == null ? "all channels" : "channel " + (channel + 1));
  }

  private int quoting() {
    int quoting = 0;
    for (int i = 0; i < call.scorecards().size(); i++) {
      Scorecard before = call.scorecards().get(i);
      List<Answer> after = without.scorecards().get(i).answers();
      for (int j = 0; j < after.size(); j++) {
        quoting += after.get(j).equals(before.answers().get(j)) ? 0 : 1;
      }
    }
    return quoting;
  }

  private boolean concerns(ReviewNotes.Comment comment) {
    return comment.start() < span.end() && comment.end() > span.start();
  }

  private static String span(double start, double end) {
    return Typed.clock(start) + " to " + Typed.clock(end);
  }

  private static String count(int many, String what) {
    return many + " " + what + (many == 1 ? "" : "s");
  }
}
