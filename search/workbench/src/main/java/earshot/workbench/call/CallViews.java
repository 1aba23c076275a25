package earshot.workbench.call;

import earshot.call.CallRecord;
import earshot.call.Event;
import earshot.call.Layout;
import earshot.call.LayoutCheck;
import earshot.call.Metadata;
import earshot.call.Redaction;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.data.PersonAnswers.PersonAnswer;
import earshot.score.form.Form;
import earshot.workbench.lookup.Withholding.Withheld;
import earshot.workbench.web.Links;
import earshot.workbench.web.Moment;
import earshot.workbench.web.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the call page's view of a call record. Thread-safe. */
public final class CallViews {
  private final ScoreCards cards;

  public CallViews(List<Form> forms) {
    this.cards = new ScoreCards(forms);
  }

  /**
   * The call to hear and to read, without anybody's answers.
   *
   * @param audioProblem why the sound cannot be played; null when it can
   */
  public CallView unjudged(CallRecord call, @Nullable String audioProblem) {
    CallRecord bare = call.withScores(call.facts(), List.of(), List.of());
    return of(bare, List.of(), List.of(), audioProblem, null, CallReview.NONE, null);
  }

  /**
   * @param withheld scorecards that are not in the record, and why
   * @param audioProblem why the sound cannot be played; null when it can
   * @param startAt second to stand at; null for none
   * @param review what was said about the call
   * @param place in the list that it was opened from; null for none
   */
  CallView of(
      CallRecord call,
      List<Withheld> withheld,
      List<PersonAnswer> people,
      @Nullable String audioProblem,
      @Nullable Double startAt,
      CallReview review,
      @Nullable Place place) {
    List<CallView.Line> lines = TranscriptLines.of(call);
    String path = Links.call(call.callId());
    return new CallView(
        call.callId(),
        path,
        heading(call.metadata()),
        audioProblem == null ? "/api/v1" + path + "/audio" : null,
        audioProblem,
        startAt == null ? null : Clock.number(startAt),
        Clock.number(call.audio().seconds()),
        channelRoles(call.audio().layout(), call.audio().channels()),
        speakersNote(call),
        marks(call),
        lines,
        call.transcript().language(),
        doubtful(lines),
        cards.of(call.scorecards(), people),
        withheld.stream().map(cards::waiting).toList(),
        CallFacts.ofCall(call),
        CallFacts.ofRecording(call),
        cards.history(call.history()),
        review,
        place);
  }

  private static Sentence heading(Metadata metadata) {
    String agent = metadata.agentName() == null ? metadata.agentId() : metadata.agentName();
    List<Object> parts = new ArrayList<>();
    Stream.of(agent, metadata.team(), metadata.queue())
        .filter(Objects::nonNull)
        .forEach(parts::add);
    parts.add(Moment.of(metadata.startedAt()));
    return Sentence.joined(" · ", parts);
  }

  private static List<String> channelRoles(Layout layout, int channels) {
    return switch (layout) {
      case AGENT_LEFT -> List.of("agent", "customer");
      case AGENT_RIGHT -> List.of("customer", "agent");
      case MONO -> List.of("both");
      case FAKE_STEREO -> List.of("both", "both");
      case TRANSCRIPT -> List.of("both").subList(0, Math.min(1, channels));
    };
  }

  private static @Nullable String speakersNote(CallRecord call) {
    List<Turn> turns = call.transcript().turns();
    long named = turns.stream().filter(TranscriptLines::named).count();
    String people =
        named == 0
            ? null
            : "In " + named + " of " + turns.size() + " turns a person said who speaks.";
    String note =
        Stream.of(layoutNote(call), people)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return note.isEmpty() ? null : note;
  }

  private static @Nullable String layoutNote(CallRecord call) {
    return switch (call.audio().layout()) {
      case MONO -> "Both speakers are on one channel: " + told(call);
      case FAKE_STEREO -> "Both channels carry the same mix: " + told(call);
      case AGENT_LEFT, AGENT_RIGHT -> doubt(call.audio().layoutCheck());
      case TRANSCRIPT -> null;
    };
  }

  private static String told(CallRecord call) {
    List<Turn> turns = call.transcript().turns();
    long unknown = turns.stream().filter(turn -> turn.role() == Role.UNKNOWN).count();
    return unknown == 0
        ? "who said what is told by voice and by words."
        : "who speaks in " + unknown + " of " + turns.size() + " turns is not known.";
  }

  private static @Nullable String doubt(@Nullable LayoutCheck check) {
    if (check == null) {
      return null;
    }
    String words =
        String.format(
            Locale.ROOT,
            "What is said speaks for the agent on channel %d, with a certainty of %.0f %%",
            check.wordsSay() == Layout.AGENT_LEFT ? 1 : 2,
            100 * check.certainty());
    return check.exchanged()
        ? words + "; the speakers were exchanged for that."
        : words + ". If that is right, let the speakers change places at the foot of the page.";
  }

  private static List<CallView.Mark> marks(CallRecord call) {
    List<CallView.Mark> marks = new ArrayList<>();
    for (Event event : call.events()) {
      marks.add(
          new CallView.Mark(
              event.kind().id(),
              Clock.number(event.start()),
              Clock.number(event.end()),
              null,
              TranscriptLines.label(event)));
    }
    boolean separated = call.audio().layout().separated();
    for (Redaction redaction : call.redactions()) {
      marks.add(
          new CallView.Mark(
              "redaction",
              Clock.number(redaction.start()),
              Clock.number(redaction.end()),
              separated ? redaction.channel() : null,
              "Muted: " + redaction.kind().replace('-', ' ')));
    }
    return marks;
  }

  private static boolean doubtful(List<CallView.Line> lines) {
    return lines.stream()
        .filter(CallView.Said.class::isInstance)
        .map(CallView.Said.class::cast)
        .flatMap(said -> said.words().stream())
        .anyMatch(CallView.Spoken::doubtful);
  }
}
