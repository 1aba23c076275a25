package earshot.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question, with what it rests on.
 *
 * @param layer {@code phrase}, {@code metric}, or {@code person} for an effective answer
 * @param confidence 0 to 1
 * @param reason one sentence a supervisor understands
 * @param evidence what was said or measured, and when; empty when something is absent
 * @param searched where was looked, when something is absent; else null
 * @param nearMiss the closest thing found there, if any
 * @param weight of the question in the score, as it was when it was answered; 0 counts nothing
 * @param critical whether a NO proposes an automatic fail
 */
public record Answer(
    String question,
    AnswerValue answer,
    String layer,
    double confidence,
    String reason,
    List<Evidence> evidence,
    @Nullable Searched searched,
    @Nullable Evidence nearMiss,
    int weight,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean critical) {
  /** The layer of an answer that a person gave. */
  public static final String PERSON = "person";

  public Answer {
    evidence = List.copyOf(evidence);
    if (weight < 0) {
      throw new IllegalArgumentException(
          "question '" + question + "': weight " + weight + " is below 0");
    }
  }

  /** An answer before it is known what it weighs: one, and not critical. */
  public Answer(
      String question,
      AnswerValue answer,
      String layer,
      double confidence,
      String reason,
      List<Evidence> evidence,
      @Nullable Searched searched,
      @Nullable Evidence nearMiss) {
    this(question, answer, layer, confidence, reason, evidence, searched, nearMiss, 1, false);
  }

  /**
   * Whether it is shown but counts in no score: nobody has confirmed yet that the rule, a
   * customer's own, finds what it should.
   */
  public boolean reportOnly() {
    return weight == 0;
  }

  /** The same answer to a question that weighs so much. */
  public Answer weighing(int newWeight, boolean newCritical) {
    return new Answer(
        question,
        answer,
        layer,
        confidence,
        reason,
        evidence,
        searched,
        nearMiss,
        newWeight,
        newCritical);
  }

  /**
   * The question as a person answered it. What the machine found stays as evidence only where both
   * say the same.
   */
  public Answer answeredByPerson(AnswerValue value, String comment) {
    boolean agreed = value == answer;
    return new Answer(
        question,
        value,
        PERSON,
        1,
        comment,
        agreed ? evidence : List.of(),
        agreed ? searched : null,
        agreed ? nearMiss : null,
        weight,
        critical);
  }
}
