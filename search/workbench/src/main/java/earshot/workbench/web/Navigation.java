package earshot.workbench.web;

import earshot.workbench.account.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The entries of the navigation, in the order in which features declare them. */
final class Navigation {
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(
      Function<SignedIn, String> label,
      String path,
      Access access,
      ToLongFunction<SignedIn> waiting) {}

  void add(
      Function<SignedIn, String> label,
      String path,
      Access access,
      ToLongFunction<SignedIn> waiting) {
    entries.add(new Entry(label, path, access, waiting));
  }

  List<Page.NavItem> of(SignedIn who, String path) {
    return entries.stream()
        .filter(e -> e.access().roles().contains(who.role()))
        .map(
            e ->
                new Page.NavItem(
                    e.label().apply(who),
                    e.path(),
                    within(path, e.path()),
                    waiting(e.waiting(), who)))
        .toList();
  }

  /** Whether a page is the entry's own or below it. */
  private static boolean within(String path, String entry) {
    return path.equals(entry) || path.startsWith(entry + "/");
  }

  /** The frame also stands around the page that says that the database failed. */
  private static long waiting(ToLongFunction<SignedIn> count, SignedIn who) {
    try {
      return count.applyAsLong(who);
    } catch (RuntimeException e) {
      return 0;
    }
  }
}
