package earshot.workbench.erase;

import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Statements that erasers share. Names of tables and columns are constants of the callers. */
public final class Rows {
  private Rows() {}

  /** The calls in the column {@code call_id} of a table. */
  public static Set<String> calls(Handle h, String table) {
    Set<String> calls =
        new HashSet<>(
            h.createQuery("select distinct call_id from " + table + " where call_id is not null")
                .mapTo(String.class)
                .list());
    calls.remove(Mentions.ERASED);
    return calls;
  }

  /** The words of a column of texts. */
  public static Set<String> words(Handle h, String table, String column) {
    Set<String> words = new HashSet<>();
    h.createQuery(
            "select distinct " + column + " from " + table + " where " + column + " is not null")
        .mapTo(String.class)
        .forEach(text -> words.addAll(Mentions.words(text)));
    return words;
  }

  /** Deletes the rows of these calls. */
  public static void delete(Handle h, String table, Set<String> callIds) {
    callIds.forEach(id -> h.execute("delete from " + table + " where call_id = ?", id));
  }

  /** Takes the ids out of a column of texts. */
  public static void takeOut(
      Handle h, String table, String key, String column, Set<String> callIds) {
    record Text(long key, String text) {}
    h.createQuery(
            "select "
                + key
                + ", "
                + column
                + " from "
                + table
                + " where "
                + column
                + " is not null")
        .map((r, context) -> new Text(r.getLong(1), r.getString(2)))
        .list()
        .forEach(
            row -> {
              String rest = Mentions.without(row.text(), callIds);
              if (!rest.equals(row.text())) {
                h.execute(
                    "update " + table + " set " + column + " = ? where " + key + " = ?",
                    rest,
                    row.key());
              }
            });
  }
}
