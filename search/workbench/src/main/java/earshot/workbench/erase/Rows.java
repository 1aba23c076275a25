package earshot.workbench.erase;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Statements that erasers share. Names of tables and columns are constants of the callers. */
public final class Rows {
  private Rows() {}

  /**
   * A column in which people type, where ids of calls may stand.
   *
   * @param key of the table
   */
  public record Column(String table, String key, String name) {}

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

  /** The words of columns of texts. */
  public static Set<String> words(Handle h, List<Column> columns) {
    Set<String> words = new HashSet<>();
    for (Column column : columns) {
      h.createQuery(
              "select distinct %s from %s where %s is not null"
                  .formatted(column.name(), column.table(), column.name()))
          .mapTo(String.class)
          .forEach(text -> words.addAll(Mentions.words(text)));
    }
    return words;
  }

  /** Deletes the rows of these calls. */
  public static void delete(Handle h, String table, Set<String> callIds) {
    callIds.forEach(id -> h.execute("delete from " + table + " where call_id = ?", id));
  }

  /** Deletes the rows that belong to rows of these calls in another table, by its key. */
  public static void delete(
      Handle h, String table, String key, String owners, Set<String> callIds) {
    for (String id : callIds) {
      h.execute(
          "delete from %s where %s in (select %s from %s where call_id = ?)"
              .formatted(table, key, key, owners),
          id);
    }
  }

  /** Takes the ids out of columns of texts. */
  public static void takeOut(Handle h, List<Column> columns, Set<String> callIds) {
    columns.forEach(column -> takeOut(h, column, callIds));
  }

  private static void takeOut(Handle h, Column column, Set<String> callIds) {
    record Text(long key, String text) {}
    h.createQuery(
            "select %s, %s from %s where %s is not null"
                .formatted(column.key(), column.name(), column.table(), column.name()))
        .map((r, context) -> new Text(r.getLong(1), r.getString(2)))
        .list()
        .forEach(
            row -> {
              String rest = Mentions.without(row.text(), callIds);
              if (!rest.equals(row.text())) {
                h.execute(
                    "update %s set %s = ? where %s = ?"
                        .formatted(column.table(), column.name(), column.key()),
                    rest,
                    row.key());
              }
            });
  }
}
