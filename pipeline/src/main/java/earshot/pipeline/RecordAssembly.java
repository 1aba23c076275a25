package earshot.pipeline;

import earshot.call.Audio;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.call.Event;
import earshot.call.Facts;
import earshot.call.Transcript;
import earshot.call.Turn;
import earshot.catalogue.Recording;
import earshot.data.DataFolder;
import earshot.measure.Measures;
import earshot.redact.Redacted;
import earshot.redact.Redactor;
import earshot.score.CallScorer;
import earshot.score.Checklists;
import earshot.score.Scored;
import earshot.score.phrase.LanguagePacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/**
 * The last steps on the way to a call record, the same for recordings and transcripts: redact,
 * measure, score. Thread-safe.
 */
final class RecordAssembly {
  private static final Facts NOT_YET_KNOWN = new Facts(null, null, "unknown", null, 0, 0, null);

  private final Redactor redactor;
  private final Checklists checklists;
  private final CallScorer scorer;

  RecordAssembly(Redactor redactor, Checklists checklists) {
    this.redactor = redactor;
    this.checklists = checklists;
    this.scorer = checklists.scorer();
  }

  /** With the checklists of a data folder. */
  static RecordAssembly of(DataFolder folder) throws IOException {
    return new RecordAssembly(Redactor.standard(), Checklists.of(folder));
  }

  /** Whether an agent's turn asks the customer to wait, in the words of a language. */
  boolean asksToWait(Turn turn, String language) {
    return scorer.asksToWait(turn, language);
  }

  /** The languages in which calls can be scored. */
  LanguagePacks packs() {
    return scorer.packs();
  }

  /**
   * Assembles the record.
   *
   * @param heard as recognised or read; redacted here, before anything else sees it
   * @param measure events and metrics of the turns as heard: a redacted number counts as the words
   *     it took
   */
  CallRecord assemble(
      Recording recording, Audio audio, Transcript heard, Function<List<Turn>, Measures> measure) {
    Redacted redacted = redactor.redact(heard.turns(), heard.language());
    Measures measures = measure.apply(heard.turns());
    List<Event> events = measures.events();
    CallRecord unscored =
        asWritten(
            new CallRecord(
                CallRecord.SCHEMA,
                recording.callId(),
                audio,
                recording.metadata(),
                heard.withTurns(redacted.turns()),
                events,
                measures.metrics(),
                NOT_YET_KNOWN,
                List.of(),
                List.of(),
                redacted.redactions()));
    Scored scored = scorer.score(unscored);
    keepVersions();
    return unscored.withScores(scored.facts(), scored.scorecards(), List.of());
  }

  private void keepVersions() {
    try {
      checklists.keepVersions();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The record as a later rescore reads it, so that both see the same numbers to the last digit.
   */
  private static CallRecord asWritten(CallRecord record) {
    try {
      return CallJson.read(CallJson.write(record));
    } catch (IOException e) {
      throw new UncheckedIOException("call " + record.callId() + " cannot be read back", e);
    }
  }
}
