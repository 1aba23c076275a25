package earshot.workbench.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes the files of a database anew. A deleted row is out of reach at once, but its bytes stay in
 * the file until something else happens to be written there.
 */
final class Rewrite {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(5).toNanos();

  private Rewrite() {}

  /**
   * The embedded file: every connection is given back, the database closes, what is left of it goes
   * to a new file. Who asks for a connection meanwhile waits.
   *
   * @return false when another process serves the file or has it open, or connections stay in use:
   *     ask again
   */
  static boolean embedded(HikariDataSource pool) throws SQLException {
    HikariPoolMXBean connections = pool.getHikariPoolMXBean();
    try (Connection connection = pool.getConnection()) {
      if (served(connection) || sessions(connection) > connections.getTotalConnections()) {
        return false;
      }
    }
    connections.suspendPool();
    try (Connection alone =
        DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())) {
      connections.softEvictConnections();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (sessions(alone) > 1) {
        if (System.nanoTime() > deadline) {
          return false;
        }
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
      try (Statement statement = alone.createStatement()) {
        statement.execute("delete from rewrite_due");
        statement.execute("shutdown compact");
      }
      return true;
    } finally {
      connections.resumePool();
    }
  }

  private static long sessions(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return count(statement, "select count(*) from information_schema.sessions");
    }
  }

  private static long count(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Whether the connection goes to another process, whose file it is. */
  private static boolean served(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return count(
              statement,
              "select count(*) from information_schema.sessions"
                  + " where session_id = session_id() and client_addr is not null")
          > 0;
    }
  }

  /** PostgreSQL: the tables of this schema; its log and its backups are not ours to touch. */
  static void postgresql(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "select quote_ident(tablename) from pg_tables where schemaname = current_schema()")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        statement.execute("vacuum (full) " + table);
      }
      statement.execute("delete from rewrite_due");
    }
  }
}
