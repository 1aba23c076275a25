package earshot.workbench.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a call stands in the list that it was opened from.
 *
 * @param list what the list holds, as people call it
 * @param back link to the list
 * @param trail what the address of this call says about the list
 * @param position such as {@code 2 of 14}; empty where the call is not in the list any more
 * @param before link to the call before; null for none
 * @param next link to the next call; null for none
 * @param finds what a search found in the call, in time order
 */
public record Place(
    String list,
    String back,
    String trail,
    String position,
    @Nullable String before,
    @Nullable String next,
    List<Find> finds) {
  public Place {
    finds = List.copyOf(finds);
  }

  /**
   * A turn or an event that was found.
   *
   * @param start of its first word found, in seconds, for the player
   * @param what id of the role of its speaker, or of the kind of event
   * @param words starts of the words that were found, in seconds, separated by blanks
   */
  public record Find(String clock, String start, String what, String words) {}
}
