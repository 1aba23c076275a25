package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.data.DataFolder;
import earshot.workbench.store.Database;
import earshot.workbench.tls.TestCertificate;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL, with the rights that docs/workbench.md gives the workbench and no others. */
class PostgresqlDatabaseTest extends DatabaseContract {
  private static final TestCertificate CERTIFICATE = TestCertificate.ec().make();

  private static PostgresServer server;
  private String url;

  @BeforeAll
  static void aServer() throws IOException, InterruptedException {
    Optional<Path> programs = PostgresServer.programs();
    Assumptions.assumeTrue(programs.isPresent(), "needs initdb: apt-get install postgresql");
    server = PostgresServer.start(programs.get(), CERTIFICATE);
  }

  @AfterAll
  static void ended() throws IOException, InterruptedException {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void anEmptyDatabase() throws IOException, SQLException {
    url = server.newDatabase();
  }

  @Override
  @Nullable String url() {
    return url + "&password=" + URLEncoder.encode(PostgresServer.PASSWORD, StandardCharsets.UTF_8);
  }

  @Override
  Path files() throws SQLException {
    return server.files(url());
  }

  @Override
  void flush(Database database) {
    try {
      server.execute("postgres", "checkpoint");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void thePasswordComesFromAFileThatOnlyItsOwnerReads() throws Exception {
    Path file = Files.writeString(root.resolve("password"), PostgresServer.PASSWORD + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(list("--database-password-file", file.toString()))
        .contains("every user of this machine may use " + file, "chmod 600")
        .doesNotContain(PostgresServer.PASSWORD);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(list("--database-password-file", file.toString())).isEmpty();
    assertThat(list()).as("without it").contains("cannot be opened");
    Files.writeString(file, "another\n");
    assertThat(list("--database-password-file", file.toString()))
        .contains("cannot be opened")
        .doesNotContain("another");
  }

  /** What {@code users list} says went wrong. */
  private String list(String... more) {
    StringWriter err = new StringWriter();
    String[] all = new String[more.length + 6];
    String[] begin = {"users", "list", "--data", root.toString(), "--database", url};
    System.arraycopy(begin, 0, all, 0, 6);
    System.arraycopy(more, 0, all, 6, more.length);
    int code =
        EarshotCommand.commandLine()
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err, true))
            .execute(all);
    assertThat(code == 0).isEqualTo(err.toString().isEmpty());
    return err.toString();
  }

  @Test
  void aServerWithAnotherCertificateGetsNothing() throws Exception {
    Path right = CERTIFICATE.in(Files.createDirectory(root.resolve("right"))).certificate();
    Path wrong =
        TestCertificate.ec().make().in(Files.createDirectory(root.resolve("wrong"))).certificate();
    String verified = url() + "&sslmode=verify-full&sslrootcert=";
    try (Database database = Database.open(new DataFolder(root), verified + right)) {
      boolean encrypted =
          database
              .jdbi()
              .withHandle(
                  h ->
                      h.createQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")
                          .mapTo(Boolean.class)
                          .one());
      assertThat(encrypted).isTrue();
    }
    assertThatThrownBy(() -> Database.open(new DataFolder(root), verified + wrong))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be opened")
        .hasMessageNotContaining("password");
  }
}
