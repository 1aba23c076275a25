package earshot.score.fact;

import earshot.score.phrase.Find;
import java.util.List;

/**
 * The customer's dissatisfaction.
 *
 * @param turns the turns that express it, in order; at least one
 * @param end seconds; the end of the first of them, from which "after the complaint" counts
 */
public record Complaint(List<Expression> turns, double end) {
  public Complaint {
    turns = List.copyOf(turns);
    if (turns.isEmpty()) {
      throw new IllegalArgumentException("a complaint needs a turn that expresses it");
    }
  }

  /**
   * A turn that expresses dissatisfaction.
   *
   * @param turn its index
   * @param signs what shows it
   */
  public record Expression(int turn, List<Find> signs) {
    public Expression {
      signs = List.copyOf(signs);
    }
  }

  public Expression first() {
    return turns.get(0);
  }

  public boolean expressedIn(int turn) {
    return turns.stream().anyMatch(t -> t.turn() == turn);
  }
}
