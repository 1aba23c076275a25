package earshot.call;

import java.util.List;

/**
 * All the machine knows about one call, redacted: the truth from which index and tables are made.
 *
 * @param schema version of this structure
 * @param callId as the recorder gives it, else from the SHA-256 of the audio
 * @param scorecards the current ones, one a form
 * @param history earlier scorecards, oldest first
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
    List<Redaction> redactions) {

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
        redactions);
  }
}
