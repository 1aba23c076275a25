package earshot.notebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Parquet tables of a data folder as views of an own DuckDB. Not thread-safe. */
final class Tables implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("calls", "scorecards", "answers", "turns", "agent_days", "question_days");

  private final Connection connection;

  /**
   * Opens the tables.
   *
   * @throws IllegalArgumentException when the folder has none
   */
  Tables(Path data) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    for (String name : NAMES) {
      Path table = data.resolve("parquet").resolve(name);
      if (!Files.isDirectory(table)) {
        throw new IllegalArgumentException(
            table
                + " is missing: earshot rebuild --data "
                + data
                + " parquet --with-text makes it");
      }
      try (Statement statement = connection.createStatement()) {
        String files = table.toString().replace("'", "''") + "/*/*.parquet";
        statement.execute(
            "create view " + name + " as from read_parquet('" + files + "', union_by_name = true)");
      }
    }
  }

  /** Rows by column name, in order. */
  List<Map<String, @Nullable Object>> rows(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          Map<String, @Nullable Object> row = new LinkedHashMap<>();
          for (int i = 1; i <= columns; i++) {
            row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
          }
          rows.add(row);
        }
        return rows;
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
