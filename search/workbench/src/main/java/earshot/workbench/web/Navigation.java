package earshot.workbench.web;

import earshot.workbench.account.Role;
import java.util.ArrayList;
import java.util.List;

/** The entries of the navigation, in the order in which features declare them. */
final class Navigation {
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String label, String path, Access access) {}

  void add(String label, String path, Access access) {
    entries.add(new Entry(label, path, access));
  }

  List<Page.NavItem> of(Role role, String path) {
    return entries.stream()
        .filter(e -> e.access().roles().contains(role))
        .map(e -> new Page.NavItem(e.label(), e.path(), e.path().equals(path)))
        .toList();
  }
}
