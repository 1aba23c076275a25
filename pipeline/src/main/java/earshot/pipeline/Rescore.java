package earshot.pipeline;

import earshot.call.Answer;
import earshot.call.CallRecord;
import earshot.call.Scorecard;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.data.PersonAnswers;
import earshot.score.CallScorer;
import earshot.score.Checklists;
import earshot.score.Scored;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Applies checklists to calls that have been transcribed. A scorecard that is replaced goes into
 * the call's history; one that comes out the same stays as it is. Each record is independent of the
 * others, so the result does not depend on how many are worked on at a time.
 */
public final class Rescore {
  private static final String NONE = "-";

  private final CallStore store;
  private final CallScorer scorer;
  private final Checklists checklists;
  private final PersonAnswers people;
  private final @Nullable String form;

  /**
   * @param people whose answers stay above the machine's
   * @param form the only one to apply; null for all
   */
  public Rescore(
      DataFolder folder, Checklists checklists, PersonAnswers people, @Nullable String form) {
    this.store = new CallStore(folder);
    this.checklists = checklists;
    this.scorer = checklists.scorer();
    this.people = people;
    this.form = form;
  }

  /**
   * An answer of the machine that comes out otherwise.
   *
   * @param before YES, NO, NA or UNKNOWN, with a star where it counts in no score; - where the
   *     question was not asked
   * @param after the same
   * @param person what a person answered, which holds; null where nobody did
   */
  public record Change(
      String callId,
      String agent,
      String form,
      String question,
      String before,
      String after,
      @Nullable String person) {}

  /**
   * A call's score on a form, a person's answers included.
   *
   * @param before null without a score
   * @param after null without a score
   */
  public record Score(String agent, String form, @Nullable Double before, @Nullable Double after) {}

  /**
   * What changed, ordered by day, call and question.
   *
   * @param calls looked at
   * @param changedCalls with at least one other answer
   * @param scores of calls with another score
   */
  public record Result(int calls, int changedCalls, List<Change> changes, List<Score> scores) {
    public Result {
      changes = List.copyOf(changes);
      scores = List.copyOf(scores);
    }

    /** Changes a question, by question id. */
    public SortedMap<String, Integer> byQuestion() {
      SortedMap<String, Integer> counts = new TreeMap<>();
      changes.forEach(c -> counts.merge(c.question(), 1, Integer::sum));
      return counts;
    }
  }

  private record One(List<Change> changes, List<Score> scores) {}

  /** Tells what would change. */
  public Result compare(int workers) throws IOException, InterruptedException {
    return each(workers, false);
  }

  /** Writes the records that change. The caller is the data folder's only writer. */
  public Result apply(int workers) throws IOException, InterruptedException {
    return each(workers, true);
  }

  private Result each(int workers, boolean write) throws IOException, InterruptedException {
    if (write) {
      checklists.keepVersions();
    }
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      List<Future<One>> running = new ArrayList<>();
      for (Path file : store.files()) {
        running.add(threads.submit(() -> one(file, write)));
      }
      List<Change> changes = new ArrayList<>();
      List<Score> scores = new ArrayList<>();
      int changedCalls = 0;
      for (Future<One> call : running) {
        One found = call.get();
        changes.addAll(found.changes());
        scores.addAll(found.scores());
        changedCalls += found.changes().isEmpty() ? 0 : 1;
      }
      return new Result(running.size(), changedCalls, changes, scores);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private One one(Path file, boolean write) throws IOException {
    CallRecord before = store.read(file);
    CallRecord after = rescored(before);
    if (write && !after.equals(before)) {
      store.write(after);
    }
    return after.equals(before)
        ? new One(List.of(), List.of())
        : new One(changes(before, after), scores(before, after));
  }

  private List<Score> scores(CallRecord before, CallRecord after) {
    CallRecord was = people.effective(before);
    List<Score> scores = new ArrayList<>();
    for (Scorecard card : people.effective(after).scorecards()) {
      Scorecard old = card(was, card.form());
      Double score = old == null ? null : old.score();
      if (!Objects.equals(score, card.score())) {
        scores.add(new Score(agent(before), card.form(), score, card.score()));
      }
    }
    return scores;
  }

  private static String agent(CallRecord call) {
    return Objects.requireNonNullElse(call.metadata().agentId(), NONE);
  }

  private @Nullable String person(String callId, String formId, String question) {
    return people.of(callId).stream()
        .filter(p -> p.form().equals(formId) && p.question().equals(question))
        .map(p -> p.answer().name())
        .reduce((first, second) -> second)
        .orElse(null);
  }

  private CallRecord rescored(CallRecord before) {
    Scored scored = scorer.score(before);
    List<Scorecard> current = new ArrayList<>();
    List<Scorecard> history = new ArrayList<>(before.history());
    for (Scorecard fresh : scored.scorecards()) {
      Scorecard old = card(before, fresh.form());
      boolean keep = old != null && (skipped(fresh.form()) || same(old, fresh));
      current.add(keep ? Objects.requireNonNull(old) : fresh);
      if (old != null && !keep) {
        history.add(old);
      }
    }
    return before.withScores(scored.facts(), current, history);
  }

  private boolean skipped(String candidate) {
    return form != null && !form.equals(candidate);
  }

  /** Whether nothing but digits beyond those that are written differs. */
  private static boolean same(Scorecard old, Scorecard fresh) {
    return old.version() == fresh.version()
        && old.rulesHash().equals(fresh.rulesHash())
        && answers(old).equals(answers(fresh));
  }

  private List<Change> changes(CallRecord before, CallRecord after) {
    List<Change> changes = new ArrayList<>();
    for (Scorecard fresh : after.scorecards()) {
      Scorecard old = card(before, fresh.form());
      Map<String, String> was = old == null ? Map.of() : answers(old);
      answers(fresh)
          .forEach(
              (question, answer) -> {
                String previous = was.getOrDefault(question, NONE);
                if (!previous.equals(answer)) {
                  changes.add(
                      new Change(
                          before.callId(),
                          agent(before),
                          fresh.form(),
                          question,
                          previous,
                          answer,
                          person(before.callId(), fresh.form(), question)));
                }
              });
    }
    return changes;
  }

  private static Map<String, String> answers(Scorecard card) {
    Map<String, String> answers = new HashMap<>();
    for (Answer answer : card.answers()) {
      answers.put(answer.question(), answer.answer().name() + (answer.reportOnly() ? "*" : ""));
    }
    return new TreeMap<>(answers);
  }

  private static @Nullable Scorecard card(CallRecord record, String form) {
    return record.scorecards().stream().filter(c -> c.form().equals(form)).findFirst().orElse(null);
  }
}
