package earshot.workbench.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import earshot.data.DataFolder;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of the workbench, migrated to this version. By default a file below {@code
 * DIR/workbench/database}; several processes may open it at once: the first serves the others on
 * loopback.
 */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final String MIGRATIONS = "classpath:earshot/workbench/db/";
  private static final String NAME = "workbench";
  private static final int CONNECTIONS = 8;

  private final HikariDataSource pool;
  private final Kind kind;
  private final Jdbi jdbi;

  private enum Kind {
    EMBEDDED,
    H2,
    POSTGRESQL
  }

  private Database(HikariDataSource pool, Kind kind) {
    this.pool = pool;
    this.kind = kind;
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * Opens and migrates.
   *
   * @param jdbcUrl of PostgreSQL, or H2; null for the file in the data folder
   * @throws IOException naming the database and what to do
   */
  public static Database open(DataFolder folder, @Nullable String jdbcUrl) throws IOException {
    String url = jdbcUrl == null ? embedded(folder) : jdbcUrl;
    boolean h2 = url.startsWith("jdbc:h2:");
    if (!h2 && !url.startsWith("jdbc:postgresql:")) {
      throw new IOException(
          "--database takes jdbc:postgresql://HOST/NAME?user=..&password=.., not another database");
    }
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setPoolName("workbench");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    config.setAllowPoolSuspension(true);
    if (jdbcUrl == null) {
      config.setUsername("earshot");
      config.setPassword("");
    }
    String hint = h2 ? "" : verify(config, Wire.of(url));
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new IOException(
          "the database of the workbench cannot be opened (" + name(url) + "): " + root(e) + hint,
          e);
    }
    try {
      migrate(pool, h2 ? "h2" : "postgresql");
    } catch (FlywayException e) {
      pool.close();
      throw new IOException(
          "the database of the workbench cannot be brought to this version ("
              + name(url)
              + "): "
              + root(e),
          e);
    }
    return new Database(pool, jdbcUrl == null ? Kind.EMBEDDED : h2 ? Kind.H2 : Kind.POSTGRESQL);
  }

  /** Whether there is a database in the data folder already. */
  public static boolean embeddedExists(DataFolder folder) {
    return Files.exists(home(folder).resolve(NAME + ".mv.db"));
  }

  private static Path home(DataFolder folder) {
    return folder.workbench().resolve("database");
  }

  private static String embedded(DataFolder folder) throws IOException {
    Path home = Files.createDirectories(home(folder)).toAbsolutePath();
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    }
    // Where H2 listens for other processes of this machine; without it, on every address.
    System.setProperty("h2.bindAddress", "127.0.0.1");
    String file = home.resolve(NAME).normalize().toString();
    if (file.contains(";")) {
      throw new IOException("the path of the data folder must not contain a semicolon: " + file);
    }
    // A failed statement is not written to a trace file: it may quote what it was to store.
    return "jdbc:h2:file:" + file + ";AUTO_SERVER=TRUE;TRACE_LEVEL_FILE=0";
  }

  private static void migrate(HikariDataSource pool, String vendor) {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(pool)
        .locations(MIGRATIONS + "common", MIGRATIONS + vendor)
        .load()
        .migrate();
  }

  /** Gives what to add to the message when the connection fails. */
  private static String verify(HikariConfig config, Wire wire) {
    String mode = wire.mode();
    if (mode != null) {
      config.addDataSourceProperty(Wire.MODE, mode);
      return "; on another machine TLS with a verified certificate is asked for: see sslrootcert and"
          + " sslmode of the JDBC URL";
    }
    if (wire.open()) {
      LOG.warn(
          "the way to the database on {} is not verified: what is sent may be read and changed;"
              + " sslmode=verify-full in the JDBC URL",
          String.join(", ", wire.elsewhere()));
    }
    return "";
  }

  /** The URL without what may be a password. */
  private static String name(String url) {
    int end = url.indexOf(url.startsWith("jdbc:h2:") ? ';' : '?');
    return (end < 0 ? url : url.substring(0, end)).replaceFirst("//[^/@]*@", "//");
  }

  private static String root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return firstLine(root);
  }

  private static String firstLine(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }

  /** For statements; see Jdbi's {@code withHandle} and {@code inTransaction}. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** Work inside of the transaction of an erasure. */
  public interface Erasing {
    void run(Handle handle) throws IOException;
  }

  /**
   * Runs a transaction that may change and delete rows of history tables; one at a time. The files
   * of the database are due to be written anew from then on.
   */
  public void erase(OffsetDateTime now, Erasing work) throws IOException {
    jdbi.useTransaction(
        h -> {
          h.execute("insert into erasure_under_way (only_one) values (1)");
          work.run(h);
          h.execute("insert into rewrite_due (asked_at) values (?)", now);
          h.execute("delete from erasure_under_way");
        });
  }

  /**
   * Writes the files of the database anew when rows were erased since that was done last.
   *
   * @return whether nothing is left to do; else another process has the file open, or it is in use
   * @throws IOException when it failed; nothing is lost, and it can be repeated
   */
  public boolean rewriteIfDue() throws IOException {
    boolean due =
        jdbi.withHandle(
            h -> h.createQuery("select count(*) from rewrite_due").mapTo(Long.class).one() > 0);
    if (!due) {
      return true;
    }
    try {
      switch (kind) {
        case EMBEDDED -> {
          return Rewrite.embedded(pool);
        }
        case POSTGRESQL -> Rewrite.postgresql(pool);
        case H2 -> jdbi.useHandle(h -> h.execute("delete from rewrite_due"));
      }
      return true;
    } catch (SQLException e) {
      throw new IOException("the database of the workbench could not be written anew", e);
    }
  }

  /** Whether the database answers. */
  public boolean alive() {
    try {
      return jdbi.withHandle(h -> h.createQuery("select 1").mapTo(Integer.class).one()) == 1;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
