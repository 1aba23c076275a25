package earshot.workbench.call;

import earshot.call.AnswerValue;
import earshot.workbench.web.Links;
import earshot.workbench.web.Moment;
import earshot.workbench.web.Sentence;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the call page shows. Times come twice: as people read them, and as seconds for the player.
 *
 * @param heading who and when, in one line
 * @param audioPath where the sound is; null when there is none to play
 * @param audioProblem why there is none, as a sentence; null when there is
 * @param startAt second at which the player stands at first; null for the beginning
 * @param seconds length of the call
 * @param channelRoles who speaks on each channel, as role ids; {@code both} for a mix
 * @param layoutNote what the recording does not let the machine tell, and what people said instead;
 *     null for nothing
 * @param marks what the waveform shows besides sound
 * @param lines turns and what happened between them, in time order
 * @param language of the words, as a code
 * @param doubtful whether any word was heard with little confidence
 * @param withheld scorecards that whoever looks must not see yet
 * @param facts what the call was about and how it went
 * @param recording about the recording and how it was processed
 * @param review what people said about it, and what may be done
 * @param place in the list that it was opened from; null where it was opened from none
 */
public record CallView(
    String callId,
    String path,
    Sentence heading,
    @Nullable String audioPath,
    @Nullable String audioProblem,
    @Nullable String startAt,
    String seconds,
    List<String> channelRoles,
    @Nullable String layoutNote,
    List<Mark> marks,
    List<Line> lines,
    String language,
    boolean doubtful,
    List<Card> cards,
    List<Waiting> withheld,
    List<Fact> facts,
    List<Fact> recording,
    List<Earlier> history,
    CallReview review,
    @Nullable Place place) {
  public CallView {
    channelRoles = List.copyOf(channelRoles);
    marks = List.copyOf(marks);
    lines = List.copyOf(lines);
    cards = List.copyOf(cards);
    withheld = List.copyOf(withheld);
    facts = List.copyOf(facts);
    recording = List.copyOf(recording);
    history = List.copyOf(history);
  }

  /** Where a form of this page is sent, so that the page that follows knows its list still. */
  public String form(String what) {
    return Links.with(path + "/" + what, place == null ? "" : place.trail());
  }

  /**
   * Something on the waveform.
   *
   * @param kind hold, silence, overtalk or redaction
   * @param channel of a redaction; null where it concerns all
   */
  public record Mark(
      String kind, String start, String end, @Nullable Integer channel, String label) {}

  /** A line of the transcript column. */
  public sealed interface Line {}

  /**
   * What one party said.
   *
   * @param role id of the role
   * @param name of the role, for people
   * @param named that a person named the speaker; null where nobody did, or all of them
   */
  public record Said(
      String role,
      String name,
      @Nullable String named,
      int channel,
      String clock,
      String start,
      String end,
      List<Spoken> words)
      implements Line {
    public Said {
      words = List.copyOf(words);
    }
  }

  /** What happened between or over turns. */
  public record Happened(String kind, String clock, String start, String label) implements Line {}

  /**
   * A word.
   *
   * @param hint what to know about it: little confidence, or taken out; null for nothing
   */
  public record Spoken(
      String text,
      String start,
      String end,
      boolean doubtful,
      boolean redacted,
      @Nullable String hint) {}

  /**
   * One form.
   *
   * @param score such as {@code 71.4}; null when nothing was answered
   * @param band good, fair, poor or none, for a colour beside the number
   * @param formula the score with its numbers; null where the weights are not known any more
   * @param rules short name of the rules that gave the answers
   */
  public record Card(
      String form,
      String title,
      @Nullable String score,
      String band,
      String coverage,
      boolean autoFail,
      @Nullable Formula formula,
      int version,
      String rules,
      List<Section> sections) {
    public Card {
      sections = List.copyOf(sections);
    }
  }

  /**
   * A scorecard that is not shown yet.
   *
   * @param until what it waits for
   * @param path of the page where that stands
   */
  public record Waiting(String form, String title, String until, String path) {}

  /**
   * How a score comes about.
   *
   * @param line {@code 100 × 42 ÷ 68 = 61.8}
   * @param yes questions with their weights, added up
   * @param no likewise
   * @param left what does not count, and why
   */
  public record Formula(String line, String yes, String no, String left) {}

  /** Questions under one heading. */
  public record Section(String title, List<Row> rows) {
    public Section {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One question and its answer.
   *
   * @param id of this row in the page
   * @param value the answer that counts
   * @param decided what a person said; null while only the machine has answered
   * @param confidence of the machine, per cent
   * @param weight null where it is not known any more
   */
  public record Row(
      String id,
      String form,
      String question,
      String text,
      String help,
      @Nullable Integer weight,
      boolean critical,
      AnswerValue value,
      AnswerValue machine,
      @Nullable Decided decided,
      String layer,
      int confidence,
      String reason,
      List<Quote> evidence,
      @Nullable Looked searched,
      @Nullable Quote nearMiss) {
    public Row {
      evidence = List.copyOf(evidence);
    }

    /** For style sheets: yes, no, na, unknown. */
    public String kind() {
      return value.name().toLowerCase(Locale.ROOT);
    }
  }

  /** A person's word on an answer. */
  public record Decided(String by, Moment at, String comment) {}

  /**
   * Words and their time.
   *
   * @param play second from which to listen: a little before the words
   */
  public record Quote(
      String role, String clock, String start, String end, String play, String text) {}

  /** Where was looked in vain. */
  public record Looked(String role, String from, String to, String start, String end) {}

  /** A label and its value. */
  public record Fact(String label, Sentence value) {}

  /** A scorecard that counts no more. */
  public record Earlier(
      String form, int version, String score, String coverage, String rules, String answers) {}
}
