package earshot.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said, in turns ordered by start time.
 *
 * @param language code such as {@code en}, {@code no}
 * @param engine {@code vosk 0.3.45} or {@code transcript}
 * @param model name of the recognition model; null where people wrote the transcript
 */
public record Transcript(String language, String engine, @Nullable String model, List<Turn> turns) {
  public Transcript {
    turns = List.copyOf(turns);
    for (int i = 1; i < turns.size(); i++) {
      if (turns.get(i).start() < turns.get(i - 1).start()) {
        throw new IllegalArgumentException(
            "turns must be ordered by start: turn " + i + " starts before the one before it");
      }
    }
  }

  public Transcript withTurns(List<Turn> newTurns) {
    return new Transcript(language, engine, model, newTurns);
  }

  /** The turns as the machine heard them, before people said who speaks. */
  public Transcript asHeard() {
    return withTurns(TurnParts.asHeard(turns));
  }

  /**
   * With turns that were cut or named otherwise; with as few cuts, and as little to remember, as
   * that takes.
   */
  public Transcript withSettled(List<Turn> newTurns) {
    return withTurns(TurnParts.settled(newTurns));
  }
}
