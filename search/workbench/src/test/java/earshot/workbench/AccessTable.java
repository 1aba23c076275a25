package earshot.workbench;

import earshot.workbench.account.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rows of access.txt: what every role gets of every route. */
final class AccessTable {
  /** In the order of the columns. */
  static final List<Role> ROLES =
      List.of(Role.REVIEWER, Role.SUPERVISOR, Role.TRAINER, Role.ADMIN, Role.AGENT);

  private AccessTable() {}

  /** A line of the table. */
  record Row(String method, String path, String nobody, List<String> byRole) {
    static Row of(String line) {
      String[] cells = line.strip().split("\\s+");
      return new Row(cells[0], cells[1], cells[2], List.of(cells).subList(3, 8));
    }

    /**
     * Something that may be asked for; ids are those of things that are not there but for a call.
     */
    String example() {
      return path.replace("{call_id}", "n1").replaceAll("\\{[^}]*}", "1");
    }

    String of(Role role) {
      return byRole.get(ROLES.indexOf(role));
    }

    /** Whether somebody of the role may use the route at all. */
    boolean open(Role role) {
      return !of(role).equals("403");
    }

    boolean changes() {
      return !method.equals("GET");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static List<Row> rows() {
    try (var in = AccessTable.class.getResourceAsStream("/earshot/workbench/access.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .map(Row::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
