package earshot.score.form;

import earshot.call.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a question searches, and what it means to find it.
 *
 * @param finds each a set of families of which one is enough
 * @param atLeast how many of {@code finds} must be there, each in words of its own
 * @param outbound takes the place of {@code finds} on outbound calls; null for no difference
 * @param by whose words
 * @param expectSaid whether finding it is good
 * @param yes the reason given with YES
 * @param no the reason given with NO
 */
public record Rule(
    List<Set<String>> finds,
    int atLeast,
    @Nullable Set<String> outbound,
    Set<Role> by,
    Window window,
    boolean expectSaid,
    String yes,
    String no) {
  public Rule {
    finds = List.copyOf(finds);
    by = Set.copyOf(by);
  }

  /** Whether it wants several things, all of them. */
  public boolean complete() {
    return finds.size() > 1 && atLeast == finds.size();
  }
}
