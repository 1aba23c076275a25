package earshot.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One form applied to one call.
 *
 * @param version of the form
 * @param rulesHash of form, rules and phrases that gave the answers
 * @param score 0 to 100; null when no question was answered YES or NO
 * @param coverage weight answered YES or NO over weight not NA, 0 to 1
 * @param autoFailProposed whether a critical question was answered NO; a person confirms
 */
public record Scorecard(
    String form,
    int version,
    String rulesHash,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double score,
    double coverage,
    boolean autoFailProposed,
    List<Answer> answers) {
  public Scorecard {
    answers = List.copyOf(answers);
  }
}
