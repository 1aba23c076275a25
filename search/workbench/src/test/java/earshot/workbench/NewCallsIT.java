package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls that a process of their own commits while the workbench runs. */
@Timeout(180)
class NewCallsIT {
  @TempDir Path root;

  @Test
  void anotherProcessCommitsAndTheCallIsFoundAndTold() throws Exception {
    try (WorkbenchFixture fixture = WorkbenchFixture.withCalls(root)) {
      HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
      reviewer.send(
          "POST",
          "/searches",
          Map.of(
              "csrf", reviewer.token("/help"), "title", "P", "q", "porcelain", "alerting", "on"));
      fixture.call("late", "A7", "Ruth", "North", "A porcelain elephant, please.");
      Process score =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-cp",
                      System.getProperty("java.class.path"),
                      "earshot.workbench.Main",
                      "score",
                      "--transcripts",
                      root.resolve("in").toString(),
                      "--data",
                      fixture.folder.root().toString()))
              .redirectErrorStream(true)
              .redirectOutput(root.resolve("log").toFile())
              .start();
      try {
        assertThat(score.waitFor(120, TimeUnit.SECONDS)).isTrue();
      } finally {
        score.destroyForcibly();
      }
      assertThat(score.exitValue()).isZero();
      assertThat(soon(reviewer, "/api/v1/search?q=porcelain", "\"total\":1"))
          .isLessThan(Duration.ofSeconds(2));
      assertThat(soon(reviewer, "/searches", "href=\"/calls/late"))
          .isLessThan(Duration.ofSeconds(20));
    }
  }

  /** How long it takes until a page says something; 60 s when it does not. */
  private static Duration soon(HttpBrowser browser, String path, String what) throws Exception {
    long asked = System.nanoTime();
    Duration longest = Duration.ofSeconds(60);
    while (!browser.page(path).contains(what)) {
      if (Duration.ofNanos(System.nanoTime() - asked).compareTo(longest) > 0) {
        return longest;
      }
    }
    return Duration.ofNanos(System.nanoTime() - asked);
  }
}
