package earshot.report;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Evidence;
import earshot.call.Scorecard;
import earshot.call.Searched;
import earshot.stats.Minimums;
import earshot.table.AnswerCounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor would want to see first of a handful of calls.
 *
 * @param calls how many
 * @param seconds of audio, all calls together
 * @param weakest the questions most surely answered NO too often, weakest first
 * @param worthHearing calls to listen to, most urgent first
 */
public record Highlights(
    int calls,
    double seconds,
    Report.Scores teams,
    Report.Scores agents,
    List<WeakQuestion> weakest,
    List<NotableCall> worthHearing) {
  private static final int WEAKEST = 3;
  private static final int WORTH_HEARING = 5;
  private static final int REASONS = 2;

  public Highlights {
    weakest = List.copyOf(weakest);
    worthHearing = List.copyOf(worthHearing);
  }

  /**
   * A question with an example of a NO.
   *
   * @param callId of the example
   */
  public record WeakQuestion(QuestionRow row, String callId, Reason example) {}

  /**
   * A call with why it should be heard.
   *
   * @param form on which it did worst
   * @param score on that form, 0 to 100; null where nothing was scored
   * @param autoFail whether an automatic fail is proposed
   */
  public record NotableCall(
      CallRecord call,
      String form,
      @Nullable Double score,
      boolean autoFail,
      List<Reason> reasons) {
    public NotableCall {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * A NO and what it rests on.
   *
   * @param evidence what was said or, failing that, the closest thing; null when nothing was found
   * @param searched where was looked, when nothing was found
   * @param instead what was said there first, when nothing was found; null when nothing was said
   */
  public record Reason(
      String question,
      String text,
      @Nullable Evidence evidence,
      @Nullable Searched searched,
      @Nullable Evidence instead) {
    static Reason of(Answer answer, CallRecord call) {
      Evidence found = answer.evidence().isEmpty() ? answer.nearMiss() : answer.evidence().get(0);
      Searched searched = answer.searched();
      Evidence instead = found == null && searched != null ? firstWords(call, searched) : null;
      return new Reason(answer.question(), answer.reason(), found, searched, instead);
    }

    private static @Nullable Evidence firstWords(CallRecord call, Searched searched) {
      return call.transcript().turns().stream()
          .filter(turn -> turn.role() == searched.role() && !turn.text().isBlank())
          .filter(turn -> turn.start() >= searched.from() && turn.start() <= searched.to())
          .findFirst()
          .map(turn -> new Evidence(turn.role(), turn.start(), turn.end(), turn.text()))
          .orElse(null);
    }
  }

  /**
   * Looks at the calls.
   *
   * @param critical whether a question (form, question) proposes an automatic fail when it is NO:
   *     such reasons come first
   */
  public static Highlights of(
      Collection<CallRecord> calls, Minimums minimums, BiPredicate<String, String> critical) {
    ScoreGroups teams = new ScoreGroups(Grouping.TEAM, minimums);
    ScoreGroups agents = new ScoreGroups(Grouping.AGENT, minimums);
    for (CallRecord call : calls) {
      ScoredCall.of(call)
          .forEach(
              scored -> {
                teams.add(scored);
                agents.add(scored);
              });
    }
    return new Highlights(
        calls.size(),
        calls.stream().mapToDouble(call -> call.audio().seconds()).sum(),
        report(Grouping.TEAM, teams, calls, minimums),
        report(Grouping.AGENT, agents, calls, minimums),
        weakest(calls, minimums),
        worthHearing(calls, minimums, critical));
  }

  private static Report.Scores report(
      Grouping by, ScoreGroups groups, Collection<CallRecord> calls, Minimums minimums) {
    Report.Head head =
        new Report.Head(
            by,
            calls.stream().map(CallRecord::localDate).min(Comparator.naturalOrder()).orElse(null),
            calls.stream().map(CallRecord::localDate).max(Comparator.naturalOrder()).orElse(null),
            calls.size(),
            minimums.scores(),
            groups.notes());
    return new Report.Scores(head, groups.rows());
  }

  private record Question(String form, int version, String id) {}

  private static final class Asked {
    private final AnswerCounts counts = new AnswerCounts();
    private @Nullable CallRecord call;
    private @Nullable Answer example;

    void add(CallRecord asked, Answer answer) {
      counts.add(answer.answer());
      if (answer.answer() == AnswerValue.NO
          && (example == null || telling(answer) > telling(example))) {
        call = asked;
        example = answer;
      }
    }

    /** What was said tells more than what was not found. */
    private static double telling(Answer answer) {
      return answer.confidence()
          + (answer.evidence().isEmpty() ? 0 : 2)
          + (answer.nearMiss() == null ? 0 : 1);
    }
  }

  /**
   * Weakest is whose interval ends lowest: a question asked twice is not called weak for two NOs as
   * soon as one asked twenty times is for fifteen.
   */
  private static List<WeakQuestion> weakest(Collection<CallRecord> calls, Minimums minimums) {
    Map<Question, Asked> questions = new LinkedHashMap<>();
    for (CallRecord call : calls) {
      for (Scorecard card : call.scorecards()) {
        for (Answer answer : card.answers()) {
          questions
              .computeIfAbsent(
                  new Question(card.form(), card.version(), answer.question()), key -> new Asked())
              .add(call, answer);
        }
      }
    }
    List<WeakQuestion> weak = new ArrayList<>();
    questions.forEach(
        (question, asked) -> {
          if (asked.example != null && asked.call != null) {
            boolean tooFew = asked.counts.yes().n() < minimums.answers();
            weak.add(
                new WeakQuestion(
                    new QuestionRow(
                        question.form(), question.version(), question.id(), asked.counts, tooFew),
                    asked.call.callId(),
                    Reason.of(asked.example, asked.call)));
          }
        });
    weak.sort(
        Comparator.comparingDouble(
            question -> question.row().answers().yes().wilson().orElseThrow().high()));
    return weak.subList(0, Math.min(WEAKEST, weak.size()));
  }

  private static List<NotableCall> worthHearing(
      Collection<CallRecord> calls, Minimums minimums, BiPredicate<String, String> critical) {
    List<NotableCall> notable = new ArrayList<>();
    for (CallRecord call : calls) {
      Scorecard worst = null;
      for (Scorecard card : call.scorecards()) {
        boolean counts =
            card.autoFailProposed()
                || (card.score() != null && card.coverage() >= minimums.coverage());
        if (counts && (worst == null || URGENT.compare(card, worst) < 0)) {
          worst = card;
        }
      }
      if (worst != null && (worst.autoFailProposed() || has(worst, AnswerValue.NO))) {
        notable.add(
            new NotableCall(
                call,
                worst.form(),
                worst.score(),
                worst.autoFailProposed(),
                reasons(call, worst, critical)));
      }
    }
    notable.sort(
        Comparator.comparing((NotableCall call) -> !call.autoFail())
            .thenComparingDouble(call -> call.score() == null ? 101 : call.score())
            .thenComparing(call -> call.call().callId()));
    return notable.subList(0, Math.min(WORTH_HEARING, notable.size()));
  }

  private static final Comparator<Scorecard> URGENT =
      Comparator.comparing((Scorecard card) -> !card.autoFailProposed())
          .thenComparingDouble(card -> card.score() == null ? 101 : card.score());

  private static boolean has(Scorecard card, AnswerValue value) {
    return card.answers().stream().anyMatch(answer -> answer.answer() == value);
  }

  private static List<Reason> reasons(
      CallRecord call, Scorecard card, BiPredicate<String, String> critical) {
    return card.answers().stream()
        .filter(answer -> answer.answer() == AnswerValue.NO)
        .sorted(
            Comparator.comparing((Answer answer) -> !critical.test(card.form(), answer.question()))
                .thenComparing(answer -> -Asked.telling(answer)))
        .limit(REASONS)
        .map(answer -> Reason.of(answer, call))
        .toList();
  }
}
