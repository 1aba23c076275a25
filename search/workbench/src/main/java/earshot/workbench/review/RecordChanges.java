package earshot.workbench.review;

import earshot.audio.speech.AudioAnalysis;
import earshot.call.Answer;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.call.Scorecard;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.score.Checklists;
import earshot.score.Scored;
import earshot.workbench.account.Scope;
import earshot.workbench.account.SignedIn;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.store.Database;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes of call records that people ask for: written down first, carried out by whoever has the
 * right to write the data folder. Until then a span to be redacted is hidden from every reader.
 * Thread-safe, but for {@link #apply} and {@link #followed}, which belong to one thread.
 */
public final class RecordChanges {
  private static final String DONE = "done";

  private final ChangeStore store;
  private final Recordings recordings;
  private final Map<Long, String> applied = new LinkedHashMap<>();

  public RecordChanges(Database database, Clock clock, Recordings recordings) {
    this.store = new ChangeStore(database, clock);
    this.recordings = recordings;
  }

  /** Where somebody speaks and music plays in a call's recording; empty where it is not there. */
  @FunctionalInterface
  public interface Recordings {
    Optional<AudioAnalysis> analysis(CallRecord call);
  }

  /** Asks for a change. */
  void ask(SignedIn who, String callId, Wanted wanted, String why) {
    store.insert(who, callId, wanted, why);
  }

  /** Every change of a call, oldest first. */
  List<Change> of(String callId) {
    return store.of(callId);
  }

  /** The calls whose changes wait. */
  public List<String> waitingCalls() {
    return store.waiting().stream().map(Change::callId).distinct().toList();
  }

  /** The record without what is to be redacted but still written. */
  public CallRecord asShown(CallRecord call) {
    return redacted(call, store.of(call.callId()).stream().filter(Change::waits).toList());
  }

  private static CallRecord redacted(CallRecord call, List<Change> changes) {
    CallRecord redacted = call;
    for (Change change : changes) {
      if (change.wanted() instanceof Wanted.Redact redact) {
        redacted = redact.span().apply(redacted);
      }
    }
    return redacted;
  }

  /**
   * Writes the records that are to change. The caller is the data folder's only writer.
   *
   * @return calls of which words went, so that every trace of them has to go from the index
   */
  List<String> apply(DataFolder folder) throws IOException {
    applied.clear();
    List<Change> waiting = store.waiting();
    if (waiting.isEmpty()) {
      return List.of();
    }
    CallLookup records = new CallLookup(folder);
    Checklists checklists = Checklists.of(folder);
    Map<String, List<Change>> byCall = new LinkedHashMap<>();
    waiting.forEach(c -> byCall.computeIfAbsent(c.callId(), id -> new ArrayList<>()).add(c));
    Set<String> redacted = new LinkedHashSet<>();
    SpeakerFix speakers = new SpeakerFix(checklists.scorer(), recordings);
    for (Map.Entry<String, List<Change>> call : byCall.entrySet()) {
      Optional<CallRecord> found = records.findRecorded(call.getKey(), new Scope.All());
      if (found.isPresent()) {
        CallRecord changed = changed(found.get(), call.getValue(), speakers);
        checklists.keepVersions();
        new CallStore(folder).write(rescored(changed, checklists));
        // Also what was redacted in a try before this one may still stand in the index.
        boolean asked = call.getValue().stream().anyMatch(Change::redacts);
        if (asked || !changed.redactions().equals(found.get().redactions())) {
          redacted.add(call.getKey());
        }
      }
      for (Change change : call.getValue()) {
        applied.put(change.id(), found.isPresent() ? DONE : "the call is gone");
      }
    }
    return List.copyOf(redacted);
  }

  private CallRecord changed(CallRecord call, List<Change> waiting, SpeakerFix speakers) {
    CallRecord redacted = redacted(call, waiting);
    return waiting.stream().allMatch(Change::redacts)
        ? redacted
        : speakers.fix(redacted, WhoSpeaks.of(store.of(call.callId())));
  }

  /** To be called when index and tables have followed {@link #apply}. */
  void followed() {
    store.done(applied);
    applied.clear();
  }

  /** Scored as it is now; a card with other answers than before goes into the history. */
  private static CallRecord rescored(CallRecord changed, Checklists checklists) throws IOException {
    CallRecord call = CallJson.read(CallJson.write(changed));
    Scored scored = checklists.scorer().score(call);
    List<Scorecard> history = new ArrayList<>(call.history());
    for (Scorecard old : call.scorecards()) {
      boolean same =
          scored.scorecards().stream()
              .anyMatch(
                  fresh -> fresh.form().equals(old.form()) && answers(fresh).equals(answers(old)));
      if (!same) {
        history.add(old);
      }
    }
    return call.withScores(scored.facts(), scored.scorecards(), history);
  }

  private static Map<String, String> answers(Scorecard card) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Answer answer : card.answers()) {
      answers.put(answer.question(), answer.answer().name());
    }
    answers.put("", card.version() + " " + card.rulesHash());
    return answers;
  }
}
