package earshot.workbench.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts at the side of the hits; every one is a link that narrows the search or widens it again.
 *
 * @param dates null when no call matches
 */
public record SideView(
    @Nullable Bars dates, List<Group> groups, List<Question> questions, int questionsShown) {

  /**
   * The values of a field.
   *
   * @param values shown at once; {@code more} on request
   */
  public record Group(String title, List<Value> values, List<Value> more) {}

  /**
   * A value of a field.
   *
   * @param share of the calls that match, per cent
   * @param chosen whether the query asks for it; its link then takes it back
   */
  public record Value(String label, long calls, int share, String link, boolean chosen) {}

  /**
   * A question of the checklists and how often it was answered how.
   *
   * @param text as the checklist asks it; null where none asks it any more
   */
  public record Question(String name, @Nullable String text, List<Value> answers) {}

  /**
   * Calls along the calendar.
   *
   * @param unit what one bar stands for: day, week or month
   * @param from first day; {@code to} last day
   * @param most calls of the highest bar
   */
  public record Bars(String unit, String from, String to, long most, List<Bar> bars) {}

  /**
   * One bar; lengths are per cent of the picture.
   *
   * @param label when, and how many calls
   */
  public record Bar(String label, double x, double width, double height, String link) {}
}
