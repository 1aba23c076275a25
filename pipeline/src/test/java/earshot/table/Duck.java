package earshot.table;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the tables as a user of DuckDB would: without options. */
final class Duck implements AutoCloseable {
  private final Connection connection;

  Duck(Path parquet) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    for (Table<?> table : Tables.ALL) {
      execute(
          "create view "
              + table.name()
              + " as select * from '"
              + parquet.resolve(table.name())
              + "/*/*.parquet'");
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Rows as lists of values. */
  List<List<Object>> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      List<List<Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  Object value(String sql) throws SQLException {
    return rows(sql).get(0).get(0);
  }

  long count(String sql) throws SQLException {
    return ((Number) value(sql)).longValue();
  }

  /** Column name to type. */
  Map<String, String> types(String table) throws SQLException {
    Map<String, String> types = new TreeMap<>();
    for (List<Object> row : rows("describe " + table)) {
      types.put((String) row.get(0), (String) row.get(1));
    }
    return types;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
