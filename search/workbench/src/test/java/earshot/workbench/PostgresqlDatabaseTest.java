package earshot.workbench;

import earshot.workbench.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** PostgreSQL. */
class PostgresqlDatabaseTest extends DatabaseContract {
  private static PostgresServer server;
  private String url;

  @BeforeAll
  static void aServer() throws IOException, InterruptedException {
    Optional<Path> programs = PostgresServer.programs();
    Assumptions.assumeTrue(programs.isPresent(), "needs initdb: apt-get install postgresql");
    server = PostgresServer.start(programs.get());
  }

  @AfterAll
  static void ended() throws IOException, InterruptedException {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void anEmptyDatabase() throws SQLException {
    url = server.newDatabase();
  }

  @Override
  @Nullable String url() {
    return url;
  }

  @Override
  Path files() throws SQLException {
    return server.files(url);
  }

  @Override
  void flush(Database database) {
    database.jdbi().useHandle(h -> h.execute("checkpoint"));
  }
}
