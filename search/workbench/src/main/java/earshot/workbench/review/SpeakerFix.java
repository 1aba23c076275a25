package earshot.workbench.review;

import earshot.audio.speech.AudioAnalysis;
import earshot.call.CallRecord;
import earshot.call.Event;
import earshot.call.Layout;
import earshot.call.Metrics;
import earshot.call.Redaction;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.measure.HoldFinder;
import earshot.measure.Measures;
import earshot.redact.Redacted;
import earshot.redact.Redactor;
import earshot.score.CallScorer;
import earshot.score.speaker.Announcements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings a call after its speakers, as people named them and as if the machine had told them so:
 * numbers that answer a question of the agent's, and holds, are looked for anew; notices too where
 * the whole call changed places. Words are not recognised again and scores stay as they are. It
 * starts from what the machine heard, so it can be done again, and what is taken back is as it was.
 */
final class SpeakerFix {
  private final CallScorer scorer;
  private final Redactor redactor = Redactor.standard();
  private final RecordChanges.Recordings recordings;

  SpeakerFix(CallScorer scorer, RecordChanges.Recordings recordings) {
    this.scorer = scorer;
    this.recordings = recordings;
  }

  /** The record with those speakers; the same record when it has them. */
  CallRecord fix(CallRecord call, WhoSpeaks who) {
    CallRecord heard = call.asHeard();
    CallRecord cut =
        heard.withTurns(heard.transcript().turns().stream().map(Turn::remembered).toList());
    CallRecord placed = who.placed(cut);
    CallRecord fixed = who.named(placed == cut ? cut : told(placed));
    if (sameSpeakers(fixed, heard)) {
      return heard;
    }
    return sameSpeakers(fixed, call) ? call : measured(hidden(fixed), heard).remembering(heard);
  }

  private static boolean sameSpeakers(CallRecord one, CallRecord other) {
    return one.audio().layout() == other.audio().layout()
        && one.transcript().equals(other.transcript());
  }

  private CallRecord told(CallRecord call) {
    return scorer
        .packs()
        .find(call.transcript().language())
        .map(pack -> call.withTurns(Announcements.tell(call.transcript().turns(), pack)))
        .orElse(call);
  }

  /** A number that follows the agent's question is hidden; so far it followed the customer's. */
  private CallRecord hidden(CallRecord call) {
    List<Turn> before = call.transcript().turns();
    Redacted found = redactor.redact(before, call.transcript().language());
    CallRecord hidden = call;
    for (int i = 0; i < before.size(); i++) {
      for (Word word : found.turns().get(i).words()) {
        if (word.redacted() && !before.get(i).words().contains(word)) {
          String kind = word.word().substring(1, word.word().length() - 1);
          hidden =
              new SpanRedaction(before.get(i).channel(), word.start(), word.end(), kind)
                  .apply(hidden);
        }
      }
    }
    if (hidden == call) {
      return call;
    }
    List<Redaction> muted = new ArrayList<>(call.redactions());
    found.redactions().stream().filter(r -> !muted.contains(r)).forEach(muted::add);
    return hidden.withTranscript(hidden.transcript(), muted);
  }

  /** Without the recording, what the turns do not tell stays as it was measured. */
  private CallRecord measured(CallRecord call, CallRecord heard) {
    List<Turn> turns = call.transcript().turns();
    boolean separated = call.audio().layout().separated();
    Optional<AudioAnalysis> sound = recordings.analysis(call);
    Measures fresh =
        sound
            .map(found -> Measures.of(turns, holds(call, found), separated, found))
            .orElseGet(() -> Measures.of(turns, List.of(), call.audio().seconds(), separated));
    List<Event> events = sound.isPresent() ? fresh.events() : call.events();
    Metrics known = sound.isPresent() ? fresh.metrics() : call.metrics();
    Metrics metrics =
        new Metrics(
            fresh.metrics().talkSeconds(),
            known.silenceSeconds(),
            known.overtalkSeconds(),
            known.interruptions(),
            new Pace(heard.transcript().turns(), heard.metrics().wordsPerMinute()).of(turns),
            call.metrics().meanConfidence());
    return call.withMeasures(events, metrics);
  }

  /** Music plays on the agent's channel, or on the only one. */
  private List<Event> holds(CallRecord call, AudioAnalysis sound) {
    String language = call.transcript().language();
    return new HoldFinder(turn -> scorer.asksToWait(turn, language))
        .find(
            call.transcript().turns(), sound, call.audio().layout() == Layout.AGENT_RIGHT ? 1 : 0);
  }
}
