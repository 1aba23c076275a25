package earshot.workbench.team;

import earshot.call.AnswerValue;
import earshot.query.Condition;
import earshot.stats.Sample;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one agent got on one version of a form on one day, summed up from the tables. Read only.
 *
 * @param calls with a scorecard of the form
 * @param scores of those that have one
 * @param questions ids, shared by the cells of a day
 * @param counts as many a question as there are values of an answer, in their order
 */
record AgentDay(
    Agent agent,
    LocalDate day,
    String form,
    int version,
    int calls,
    int autoFails,
    Sample scores,
    List<String> questions,
    int[] counts) {

  /**
   * Whose calls. Ids, names and teams are told apart as filters do: without regard to case.
   *
   * @param id null where the recorder gives none; then agents are told apart by name
   */
  record Agent(@Nullable String id, @Nullable String name, @Nullable String team) {

    /** Equal for the same person, whatever the team and the spelling. */
    String key() {
      return id != null ? "#" + Condition.Is.normal(id) : name == null ? "" : "=" + normalName();
    }

    private String normalName() {
      return Condition.Is.normal(Objects.requireNonNull(name));
    }

    /** The team as filters compare it; empty without one. */
    String teamKey() {
      return team == null ? "" : Condition.Is.normal(team);
    }

    /** For people. */
    String label() {
      if (name == null) {
        return id == null ? "(not known)" : id;
      }
      return id == null ? name : name + " (" + id + ")";
    }
  }

  /** How often a question was answered so. */
  int count(int question, AnswerValue value) {
    return counts[question * AnswerValue.values().length + value.ordinal()];
  }
}
