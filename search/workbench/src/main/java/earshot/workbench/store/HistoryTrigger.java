package earshot.workbench.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.Trigger;

/**
 * Refuses to change or delete a row of a history table, but for the transaction of an erasure; H2
 * makes it by its name in a migration. PostgreSQL has {@code history_is_kept()}, which does the
 * same.
 */
public final class HistoryTrigger implements Trigger {
  private String table = "";

  @Override
  public void init(
      Connection connection, String schema, String name, String table, boolean before, int type) {
    this.table = table;
  }

  @Override
  public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet erasure = statement.executeQuery("select 1 from erasure_under_way")) {
      if (!erasure.next()) {
        throw new SQLException("history is kept: " + table + " takes new rows only");
      }
    }
  }
}
