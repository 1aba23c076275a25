package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The second step at the console. */
@Timeout(120)
class SecondStepCommandTest {
  private static final String RITA = WorkbenchFixture.name(Role.REVIEWER);

  @TempDir Path root;
  private final StringWriter said = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int earshot(String... arguments) {
    said.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", root.resolve("data").toString()));
    return EarshotCommand.commandLine()
        .setOut(new PrintWriter(said, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  @Test
  void itIsShownAndTakenOffWhileTheWorkbenchRuns() throws Exception {
    try (WorkbenchFixture fixture = WorkbenchFixture.empty(root)) {
      assertThat(earshot("users", "second-step", RITA)).isZero();
      assertThat(said.toString()).contains("the-reviewer has no second step");
      HttpBrowser browser = fixture.signedIn(Role.REVIEWER);
      AuthenticatorApp.turnOn(browser, fixture.clock);
      assertThat(earshot("users", "second-step", RITA)).isZero();
      assertThat(said.toString())
          .contains("a second step since 2026-11-01T08:00:00Z, recovery codes left: 10");
      assertThat(earshot("users", "list")).isZero();
      assertThat(said.toString())
          .containsPattern("the-reviewer +reviewer +enabled +second step")
          .containsPattern("the-trainer +trainer +enabled +-");

      assertThat(earshot("users", "second-step", RITA, "--off")).isZero();
      assertThat(said.toString()).contains("signs in with the password alone now");
      assertThat(browser.get("/").statusCode()).as("its sessions ended").isEqualTo(302);
      assertThat(fixture.signedIn(Role.REVIEWER).get("/").statusCode()).isEqualTo(200);
      assertThat(earshot("users", "second-step", "nobody", "--off")).isEqualTo(2);
      assertThat(err.toString()).contains("there is no account 'nobody'");
    }
  }

  @Test
  void rolesThatAreNoneAreWrongUsage() throws Exception {
    WorkbenchFixture.empty(root).close();
    assertThat(earshot("serve", "--port", "0", "--require-second-step", "admin,boss")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--require-second-step: 'boss' is no role", "supervisor", "or all");
  }
}
