package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server and the accounts' commands as processes of their own on one data folder. */
@Timeout(300)
class ServeIT {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

  @TempDir Path root;
  private Process server;
  private Path log;
  private int port;
  private final StringBuilder said = new StringBuilder();

  @BeforeEach
  void aServer() throws IOException {
    Files.createDirectories(root.resolve("data/calls"));
    log = root.resolve("log");
    server = start(List.of("serve", "--port", "0"), log);
    BufferedReader out =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        port = Integer.parseInt(address.group(1));
      }
      if (line.contains("users add")) {
        break;
      }
    }
  }

  @AfterEach
  void ended() throws InterruptedException {
    server.destroyForcibly().waitFor();
  }

  private Process start(List<String> arguments, Path err) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "earshot.workbench.Main"));
    command.addAll(arguments);
    command.addAll(List.of("--data", root.resolve("data").toString()));
    return new ProcessBuilder(command).redirectError(err.toFile()).start();
  }

  private int users(String input, String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("users"));
    all.addAll(List.of(arguments));
    Process process = start(all, root.resolve("users-err"));
    try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
      in.write(input + "\n");
    }
    said.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    return process.waitFor();
  }

  @Test
  void accountsAreMadeAndDisabledWhileItServes() throws Exception {
    assertThat(said).contains("Nobody can sign in yet", "users add NAME --role admin");
    String password = WorkbenchFixture.PASSWORD;
    assertThat(users(password, "add", "Ada", "--role", "admin")).isZero();
    assertThat(users(password, "add", "ada", "--role", "reviewer")).isEqualTo(2);
    assertThat(users("short", "add", "bob", "--role", "reviewer")).isEqualTo(2);
    assertThat(users(password, "add", "bob", "--role", "supervisor")).isEqualTo(2);
    assertThat(users(password, "add", "bob", "--role", "boss")).isEqualTo(2);

    HttpBrowser browser = new HttpBrowser(port);
    assertThat(browser.signIn("ADA", password).statusCode()).isEqualTo(302);
    assertThat(browser.get("/admin").body()).contains("ada", Role.ADMIN.id());
    assertThat(browser.get("/?q=porcelain").statusCode()).isEqualTo(200);

    assertThat(users("Password2026", "password", "ada")).isEqualTo(2);
    assertThat(Files.readString(root.resolve("users-err"))).contains("those that are tried first");
    assertThat(browser.get("/").statusCode()).as("nothing changed").isEqualTo(200);
    String given = "lent for one morning";
    assertThat(users(given, "password", "ada")).isZero();
    assertThat(browser.get("/").statusCode()).isEqualTo(302);
    assertThat(browser.signIn("ada", given).statusCode()).isEqualTo(302);
    assertThat(browser.get("/").headers().firstValue("Location")).contains("/account");
    assertThat(users(given, "password", "ada", "--no-temporary")).isZero();
    assertThat(browser.signIn("ada", given).statusCode()).isEqualTo(302);
    assertThat(browser.get("/").statusCode()).isEqualTo(200);

    assertThat(users("", "disable", "ada")).isZero();
    assertThat(browser.get("/").statusCode()).isEqualTo(302);
    assertThat(users("", "list")).isZero();
    assertThat(said.toString()).containsPattern("ada +admin +disabled");

    server.destroy();
    assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(log))
        .contains("route=/admin status=200", "account=1")
        .doesNotContain("porcelain", password, given, "ada", "\tat ");
  }
}
