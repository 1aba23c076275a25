package earshot.evaluate;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Evidence;
import earshot.call.Facts;
import earshot.call.Scorecard;
import earshot.stats.Agreement;
import earshot.stats.Proportion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the machine's answers agree with people's, question by question. UNKNOWN is no answer: it
 * counts in its own share, over all labels, and nowhere else; NA counts like YES and NO.
 */
public final class AnswerAgreement {
  private final Map<String, Row> rows = new TreeMap<>();
  private final Map<String, Row> facts = new TreeMap<>();
  private final Row total = new Row();
  private final List<Disagreement> disagreements = new ArrayList<>();

  /**
   * A label that the machine answered differently.
   *
   * @param reason the machine's
   * @param quote what it rests on or the nearest thing; empty where there is neither
   */
  public record Disagreement(
      String callId, String question, String truth, String answer, String reason, String quote) {}

  /** One question, or all of them. Grows while calls are added. */
  public static final class Row {
    private final Agreement<String> answered = new Agreement<>();
    private final Map<String, Map<String, Long>> cells = new TreeMap<>();
    private long labels;
    private long unknown;

    void add(String truth, String answer) {
      labels++;
      if (answer.equals(AnswerValue.UNKNOWN.name())) {
        unknown++;
        return;
      }
      answered.add(truth, answer);
      cells.computeIfAbsent(truth, t -> new TreeMap<>()).merge(answer, 1L, Long::sum);
    }

    /** All labels, the ones answered UNKNOWN included. */
    public long labels() {
      return labels;
    }

    public long unknown() {
      return unknown;
    }

    /** Answers other than UNKNOWN against their labels. */
    public Agreement<String> answered() {
      return answered;
    }

    /** Of the answers of this value, how many are right. */
    public Proportion precision(String value) {
      long all = cells.values().stream().mapToLong(r -> r.getOrDefault(value, 0L)).sum();
      return new Proportion(cell(value, value), all);
    }

    /** Of the labels of this value that were answered, how many were found. */
    public Proportion recall(String value) {
      long all = cells.getOrDefault(value, Map.of()).values().stream().mapToLong(n -> n).sum();
      return new Proportion(cell(value, value), all);
    }

    /** How many labels have this value among those answered. */
    public long truths(String value) {
      return cells.getOrDefault(value, Map.of()).values().stream().mapToLong(n -> n).sum();
    }

    private long cell(String truth, String answer) {
      return cells.getOrDefault(truth, Map.of()).getOrDefault(answer, 0L);
    }
  }

  /** Adds a scored call. */
  public void add(CallRecord call, Truth truth) {
    add(call.callId(), call.facts(), call.scorecards(), truth);
  }

  /** Adds what scoring said of a call. */
  public void add(String callId, Facts found, List<Scorecard> scorecards, Truth truth) {
    for (Scorecard card : scorecards) {
      for (Answer answer : card.answers()) {
        AnswerValue label = truth.labels().get(answer.question());
        if (label != null) {
          compare(callId, answer, label);
        }
      }
    }
    values(found)
        .forEach(
            (name, value) -> {
              String label = truth.facts().get(name);
              if (label != null) {
                facts.computeIfAbsent(name, n -> new Row()).add(label, value);
                if (!label.equals(value)) {
                  disagreements.add(new Disagreement(callId, "fact " + name, label, value, "", ""));
                }
              }
            });
  }

  private void compare(String callId, Answer answer, AnswerValue label) {
    String value = answer.answer().name();
    rows.computeIfAbsent(answer.question(), q -> new Row()).add(label.name(), value);
    total.add(label.name(), value);
    if (answer.answer() != AnswerValue.UNKNOWN && answer.answer() != label) {
      Evidence near = answer.nearMiss();
      String quote =
          answer.evidence().isEmpty()
              ? near == null ? "" : near.quote()
              : answer.evidence().get(0).quote();
      disagreements.add(
          new Disagreement(callId, answer.question(), label.name(), value, answer.reason(), quote));
    }
  }

  private static Map<String, String> values(Facts facts) {
    Map<String, String> values = new TreeMap<>();
    values.put("call_type", text(facts.callType()));
    values.put("complaint", text(facts.complaint()));
    values.put("resolved", facts.resolved());
    values.put("transferred", text(facts.transferred()));
    values.put("says_called_before", text(facts.saysCalledBefore()));
    values.put("holds", String.valueOf(facts.holds()));
    return values;
  }

  private static String text(@org.jspecify.annotations.Nullable Object value) {
    return value == null ? AnswerValue.UNKNOWN.name() : String.valueOf(value);
  }

  /** By question, sorted. */
  public Map<String, Row> questions() {
    return Collections.unmodifiableMap(rows);
  }

  /** By fact, sorted. A fact that is not known is UNKNOWN. */
  public Map<String, Row> facts() {
    return Collections.unmodifiableMap(facts);
  }

  /** All questions together; facts are not in it. */
  public Row total() {
    return total;
  }

  public List<Disagreement> disagreements() {
    return Collections.unmodifiableList(disagreements);
  }
}
