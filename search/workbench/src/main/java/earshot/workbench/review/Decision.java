package earshot.workbench.review;

import earshot.call.AnswerValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about one answer.
 *
 * @param from the answer that held before
 * @param to the answer that holds; null where an earlier one was taken back
 * @param machine what the machine had answered, by the rules of {@code rulesHash}
 * @param by the account's name
 */
public record Decision(
    String callId,
    String form,
    String question,
    AnswerValue from,
    @Nullable AnswerValue to,
    AnswerValue machine,
    String comment,
    String rulesHash,
    int formVersion,
    String by,
    Instant at) {}
