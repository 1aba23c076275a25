package earshot.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All the machine knows about one call, redacted: the truth from which index and tables are made.
 *
 * @param schema version of this structure
 * @param callId as the recorder gives it, else from the SHA-256 of the audio
 * @param scorecards the current ones, one a form
 * @param history earlier scorecards, oldest first
 * @param machine what the machine had made of the recording where a person said who speaks; null
 *     where nobody did
 */
public record CallRecord(
    int schema,
    String callId,
    Audio audio,
    Metadata metadata,
    Transcript transcript,
    List<Event> events,
    Metrics metrics,
    Facts facts,
    List<Scorecard> scorecards,
    List<Scorecard> history,
    List<Redaction> redactions,
    @Nullable MachineHearing machine) {

  /** The schema version written by this code. */
  public static final int SCHEMA = 1;

  public CallRecord {
    if (schema != SCHEMA) {
      throw new IllegalArgumentException(
          "call "
              + callId
              + ": schema "
              + schema
              + " is not "
              + SCHEMA
              + ", which this version reads");
    }
    if (callId.isBlank()) {
      throw new IllegalArgumentException("a call needs an id");
    }
    events = List.copyOf(events);
    scorecards = List.copyOf(scorecards);
    history = List.copyOf(history);
    redactions = List.copyOf(redactions);
  }

  /** A record of what the machine heard. */
  public CallRecord(
      int schema,
      String callId,
      Audio audio,
      Metadata metadata,
      Transcript transcript,
      List<Event> events,
      Metrics metrics,
      Facts facts,
      List<Scorecard> scorecards,
      List<Scorecard> history,
      List<Redaction> redactions) {
    this(
        schema,
        callId,
        audio,
        metadata,
        transcript,
        events,
        metrics,
        facts,
        scorecards,
        history,
        redactions,
        null);
  }

  /** The day of the call in its own zone: the day folder of its record and tables. */
  public java.time.LocalDate localDate() {
    return metadata.startedAt().toLocalDate();
  }

  public CallRecord withScores(
      Facts newFacts, List<Scorecard> newScorecards, List<Scorecard> newHistory) {
    return new CallRecord(
        schema,
        callId,
        audio,
        metadata,
        transcript,
        events,
        metrics,
        newFacts,
        newScorecards,
        newHistory,
        redactions,
        machine);
  }

  /** With other words or speakers; what is hidden belongs to them. */
  public CallRecord withTranscript(Transcript newTranscript, List<Redaction> newRedactions) {
    return heard(audio, newTranscript, events, metrics, newRedactions, machine);
  }

  public CallRecord withTurns(List<Turn> turns) {
    return withTranscript(transcript.withTurns(turns), redactions);
  }

  public CallRecord withAudio(Audio newAudio) {
    return heard(newAudio, transcript, events, metrics, redactions, machine);
  }

  /** With what was measured on the turns that it has. */
  public CallRecord withMeasures(List<Event> newEvents, Metrics newMetrics) {
    return heard(audio, transcript, newEvents, newMetrics, redactions, machine);
  }

  /** The call as the machine heard it; what was hidden since stays hidden, scores stay. */
  public CallRecord asHeard() {
    return machine == null
        ? this
        : heard(
            audio.withLayout(machine.layout(), machine.layoutCheck()),
            transcript.asHeard(),
            machine.events(),
            machine.metrics(),
            redactions,
            null);
  }

  /** This record, remembering what the machine had made of it. */
  public CallRecord remembering(CallRecord asHeard) {
    return heard(
        audio,
        transcript,
        events,
        metrics,
        redactions,
        new MachineHearing(
            asHeard.audio().layout(),
            asHeard.audio().layoutCheck(),
            asHeard.events(),
            asHeard.metrics()));
  }

  private CallRecord heard(
      Audio newAudio,
      Transcript newTranscript,
      List<Event> newEvents,
      Metrics newMetrics,
      List<Redaction> newRedactions,
      @Nullable MachineHearing newMachine) {
    return new CallRecord(
        schema,
        callId,
        newAudio,
        metadata,
        newTranscript,
        newEvents,
        newMetrics,
        facts,
        scorecards,
        history,
        newRedactions,
        newMachine);
  }
}
