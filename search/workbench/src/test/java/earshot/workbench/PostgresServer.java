package earshot.workbench;

import earshot.workbench.tls.TestCertificate;
import earshot.workbench.tls.TlsFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of the test's own: in a new folder, on a free port of loopback, without the
 * machine's service. Where the tests run as root, which PostgreSQL refuses, it runs as the user
 * {@code postgres}.
 */
final class PostgresServer implements AutoCloseable {
  private static final String USER = "postgres";

  /** Of the workbench; has to show its password, even here. */
  private static final String ACCOUNT = "earshot_app";

  static final String PASSWORD = "p&ss word=+1";

  private static final Pattern STATEMENTS =
      Pattern.compile(
          "```sql\\n(create role .*?)-- and in that database:\\n(.*?)```", Pattern.DOTALL);

  private final Path programs;
  private final Path folder;
  private final int port;
  private int databases;

  private PostgresServer(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Where {@code initdb} and {@code pg_ctl} are; Debian does not put them on the path. */
  static Optional<Path> programs() throws IOException {
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        Optional<Path> newest =
            versions
                .map(version -> version.resolve("bin"))
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                .max(Comparator.naturalOrder());
        if (newest.isPresent()) {
          return newest;
        }
      }
    }
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(Path::of)
        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
        .findFirst();
  }

  /**
   * @param certificate by which the server speaks TLS to those who ask for it
   */
  static PostgresServer start(Path programs, TestCertificate certificate)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("earshot-postgresql");
    if (root()) {
      Files.setOwner(
          folder,
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
    }
    PostgresServer server = new PostgresServer(programs, folder, freePort());
    try {
      String data = server.data().toString();
      server.run(
          "initdb",
          "-D",
          data,
          "-U",
          "earshot",
          "--auth=trust",
          "--no-sync",
          "-E",
          "UTF8",
          "--locale=C");
      server.secure(certificate);
      server.run(
          "pg_ctl",
          "-D",
          data,
          "-w",
          "-t",
          "60",
          "-l",
          folder.resolve("log").toString(),
          "-o",
          "-p " + server.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
          "start");
      return server;
    } catch (IOException | InterruptedException e) {
      server.deleteFolder();
      throw e;
    }
  }

  /** The account of the workbench by password, and TLS. */
  private void secure(TestCertificate certificate) throws IOException {
    Path access = data().resolve("pg_hba.conf");
    Files.writeString(
        access, "host all " + ACCOUNT + " all scram-sha-256\n" + Files.readString(access));
    TlsFiles files = certificate.in(data());
    if (root()) {
      for (Path file : List.of(files.certificate(), files.key())) {
        Files.setOwner(file, Files.getOwner(data()));
      }
    }
    Files.writeString(
        data().resolve("postgresql.conf"),
        "ssl = on\nssl_cert_file = 'certificate.pem'\nssl_key_file = 'key.pem'\n",
        StandardOpenOption.APPEND);
  }

  private static boolean root() {
    return System.getProperty("user.name").equals("root");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  /** Where the server keeps the tables of a database. */
  Path files(String url) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_relation_filepath('pg_class')")) {
      row.next();
      return data().resolve(row.getString(1)).getParent();
    }
  }

  /**
   * URL of a database that is new and empty, without the password; made by the statements of
   * docs/workbench.md.
   */
  String newDatabase() throws IOException, SQLException {
    String name = "earshot" + ++databases;
    Path page = Path.of(System.getProperty("earshot.root"), "docs", "workbench.md");
    Matcher told = STATEMENTS.matcher(Files.readString(page));
    if (!told.find()) {
      throw new AssertionError("no statements in " + page);
    }
    execute("postgres", told.group(1).replace("quality", name));
    execute(name, told.group(2));
    return url(name, ACCOUNT);
  }

  /** As the server's own administrator. */
  void execute(String database, String statements) throws SQLException {
    try (var connection = DriverManager.getConnection(url(database, "earshot"));
        var statement = connection.createStatement()) {
      for (String one : statements.split(";\\s*")) {
        if (!(databases > 1 && one.startsWith("create role"))) {
          statement.execute(one.replace("PASSWORD", PASSWORD));
        }
      }
    }
  }

  private String url(String database, String user) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + user;
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (root()) {
      command.addAll(List.of("runuser", "-u", USER, "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    // To a file: the server would keep a pipe open.
    Path said = Files.createTempFile("earshot-postgresql", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(program + " does not end");
      }
      if (process.exitValue() != 0) {
        throw new IOException(program + " failed: " + Files.readString(said));
      }
    } finally {
      Files.delete(said);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    try {
      run("pg_ctl", "-D", data().toString(), "-w", "-m", "immediate", "stop");
    } finally {
      deleteFolder();
    }
  }

  private void deleteFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
