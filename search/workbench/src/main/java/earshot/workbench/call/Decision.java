package earshot.workbench.call;

import earshot.call.AnswerValue;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about one answer of the machine. The latest of a question counts.
 *
 * @param value the answer that counts from now on; equal to the machine's where it was confirmed
 * @param by name of the person
 * @param comment why; null when nothing was said
 */
public record Decision(
    String form,
    String question,
    AnswerValue value,
    String by,
    OffsetDateTime at,
    @Nullable String comment) {}
