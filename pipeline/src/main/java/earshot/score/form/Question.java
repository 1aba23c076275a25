package earshot.score.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a form.
 *
 * @param text as a person reads it
 * @param help what exactly is meant
 * @param weight in the score
 * @param critical whether a NO proposes an automatic fail
 * @param notApplicable names of conditions under which it does not apply
 * @param rule what to search; null where {@code check} is named
 * @param check name of a check in code; null where there is a rule
 * @param asks what its answer depends on, as written, without text, help and weight
 * @param where file and line, for messages
 */
public record Question(
    String id,
    String text,
    String help,
    int weight,
    boolean critical,
    List<String> notApplicable,
    @Nullable Rule rule,
    @Nullable String check,
    String asks,
    String where) {
  public Question {
    notApplicable = List.copyOf(notApplicable);
    if ((rule == null) == (check == null)) {
      throw new IllegalArgumentException(
          "question '" + id + "' needs either something to find or a check");
    }
  }
}
