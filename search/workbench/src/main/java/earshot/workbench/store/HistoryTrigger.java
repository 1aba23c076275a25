package earshot.workbench.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** Refuses to change or delete a row of a history table; H2 makes it by its name in a migration. */
public final class HistoryTrigger implements Trigger {
  private String table = "";

  @Override
  public void init(
      Connection connection, String schema, String name, String table, boolean before, int type) {
    this.table = table;
  }

  @Override
  public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
    throw new SQLException("history is kept: " + table + " takes new rows only");
  }
}
