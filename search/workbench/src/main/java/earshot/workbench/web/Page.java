package earshot.workbench.web;

import earshot.workbench.account.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page shows.
 *
 * @param who null before sign-in
 * @param csrfToken for the hidden field of forms and the page's meta element
 * @param nav the pages this person may open
 * @param messages what happened just before, shown once
 */
public record Page(
    String title,
    @Nullable SignedIn who,
    String csrfToken,
    List<NavItem> nav,
    List<String> messages) {
  public Page {
    nav = List.copyOf(nav);
    messages = List.copyOf(messages);
  }

  /**
   * An entry of the navigation.
   *
   * @param current whether the page shown is this one or below it
   * @param waiting how much waits there for this person; 0 shows nothing
   */
  public record NavItem(String label, String path, boolean current, long waiting) {}
}
