package earshot.workbench.review;

import earshot.audio.speech.AudioAnalysis;
import earshot.call.CallRecord;
import earshot.call.Event;
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
 * Brings a call after its exchanged speakers, as if the recorder had named them so: notices,
 * numbers that answer a question of the agent's, and holds, which play on the agent's channel, are
 * looked for anew. Words are not recognised again and scores stay as they are.
 */
final class SpeakerFix {
  private final CallScorer scorer;
  private final Redactor redactor = Redactor.standard();
  private final RecordChanges.Recordings recordings;

  SpeakerFix(CallScorer scorer, RecordChanges.Recordings recordings) {
    this.scorer = scorer;
    this.recordings = recordings;
  }

  /** The record with the agent on that channel; the same record when the agent is there. */
  CallRecord fix(CallRecord call, int agentChannel) {
    CallRecord exchanged = new ChannelSwap(agentChannel).apply(call);
    return exchanged == call ? call : measured(hidden(told(exchanged)), agentChannel);
  }

  private CallRecord told(CallRecord call) {
    List<Turn> turns = call.transcript().turns();
    return scorer
        .packs()
        .find(call.transcript().language())
        .map(pack -> with(call, Announcements.tell(turns, pack), call.redactions()))
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
    return with(hidden, hidden.transcript().turns(), muted);
  }

  private CallRecord measured(CallRecord call, int agentChannel) {
    Optional<AudioAnalysis> heard = recordings.analysis(call);
    if (heard.isEmpty()) {
      return call;
    }
    String language = call.transcript().language();
    List<Turn> turns = call.transcript().turns();
    List<Event> holds =
        new HoldFinder(turn -> scorer.asksToWait(turn, language))
            .find(turns, heard.get(), agentChannel);
    Measures measures = Measures.of(turns, holds, true, heard.get());
    Metrics fresh = measures.metrics();
    Metrics metrics =
        new Metrics(
            fresh.talkSeconds(),
            fresh.silenceSeconds(),
            fresh.overtalkSeconds(),
            fresh.interruptions(),
            // What is hidden counted as the words it took.
            call.redactions().isEmpty() ? fresh.wordsPerMinute() : call.metrics().wordsPerMinute(),
            call.metrics().meanConfidence());
    return new CallRecord(
        call.schema(),
        call.callId(),
        call.audio(),
        call.metadata(),
        call.transcript(),
        measures.events(),
        metrics,
        call.facts(),
        call.scorecards(),
        call.history(),
        call.redactions());
  }

  private static CallRecord with(CallRecord call, List<Turn> turns, List<Redaction> redactions) {
    return new CallRecord(
        call.schema(),
        call.callId(),
        call.audio(),
        call.metadata(),
        call.transcript().withTurns(turns),
        call.events(),
        call.metrics(),
        call.facts(),
        call.scorecards(),
        call.history(),
        redactions);
  }
}
