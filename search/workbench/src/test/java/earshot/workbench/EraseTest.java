package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code earshot erase} while the workbench runs. */
@Timeout(180)
class EraseTest {
  private static final String ID = "zq-erase-me-9f";
  private static final List<String> CANARIES =
      List.of(ID, "Zqremark", "Zqcomment", "Zqreason", "Zqruling", "Zqredact");

  @TempDir Path root;
  private WorkbenchFixture fixture;

  @BeforeEach
  void aWorkbenchWithACall() throws IOException {
    fixture = WorkbenchFixture.withCalls(root);
    fixture.call(ID, "A7", "Ruth", "North", "I want a refund, please.");
    fixture.score();
  }

  @AfterEach
  void closed() throws IOException {
    fixture.close();
  }

  private static void post(HttpBrowser browser, String path, Map<String, String> form)
      throws Exception {
    Map<String, String> all = new HashMap<>(form);
    all.put("csrf", browser.token("/help"));
    assertThat(browser.send("POST", path, all).statusCode()).as(path).isEqualTo(302);
  }

  /** Everything that people can say about a call. */
  private void talkAboutIt() throws Exception {
    String call = "/calls/" + ID;
    Map<String, String> greeting = Map.of("form", "courtesy", "question", "greeting");
    HttpBrowser agent = fixture.signedIn(Role.AGENT);
    Map<String, String> contest = new HashMap<>(greeting);
    contest.put("reason", "Zqreason");
    post(agent, call + "/disputes", contest);
    post(
        fixture.signedIn(Role.SUPERVISOR),
        "/disputes/1/decision",
        Map.of("answer", "NO", "reason", "Zqruling"));
    HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
    Map<String, String> answer = new HashMap<>(greeting);
    answer.put("answer", "UNKNOWN");
    answer.put("comment", "Zqremark");
    post(reviewer, call + "/answers", answer);
    post(reviewer, "/calls/n1/comments", comment("as in " + ID + ", but louder"));
    answer.put("comment", "unlike " + ID);
    post(reviewer, "/calls/n1/answers", answer);
    post(reviewer, call + "/comments", comment("Zqcomment"));
    post(reviewer, call + "/finish", Map.of());
    Map<String, String> span =
        Map.of("start", "12.5", "end", "20", "channel", "all", "comment", "Zqredact");
    assertThat(reviewer.sure(call + "/redactions", span).statusCode()).isEqualTo(302);
    post(
        reviewer, "/reviews/samples", Map.of("seed", "1", "quota", "9", "filter", "call_id:" + ID));
    assertThat(reviewer.get("/export/search.csv?q=call_id:" + ID).statusCode()).isEqualTo(200);
  }

  private static Map<String, String> comment(String text) {
    return Map.of("start", "1", "end", "2", "comment", text);
  }

  private record Ran(int code, String out, String err) {}

  private Ran run(String... command) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--data", fixture.folder.root().toString()));
    int code =
        EarshotCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(new String[0]));
    return new Ran(code, out.toString(), err.toString());
  }

  private List<String> found() throws IOException {
    return FilesHolding.of(fixture.folder.root(), CANARIES);
  }

  /** What was stored is in the file a moment later; then the test can find what it looks for. */
  private void awaitAllFound() throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    String found = "";
    while (!CANARIES.stream().allMatch(found::contains)) {
      assertThat(System.nanoTime()).as("%s", found).isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      found = String.join("\n", found());
    }
  }

  private void awaitNothingFound() throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!found().isEmpty()) {
      assertThat(System.nanoTime()).as("%s", found()).isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  @Test
  void anErasedCallIsInNoFileAndNoRowWhileTheWorkbenchRuns() throws Exception {
    talkAboutIt();
    awaitAllFound();

    Ran erase = run("erase", ID);

    assertThat(erase.err()).isEmpty();
    assertThat(erase.code()).isZero();
    awaitNothingFound();
    HttpBrowser admin = fixture.signedIn(Role.ADMIN);
    assertThat(admin.get("/admin").body())
        .contains("[erased]", "<td>erase</td>", "console")
        .doesNotContain(ID);
    assertThat(admin.get("/disputes").body()).contains("100 %").doesNotContain("Zqreason");
    assertThat(admin.get("/calls/n1").body()).contains("as in [erased], but louder");
    assertThat(admin.get("/calls/" + ID).statusCode()).isEqualTo(404);
    Ran verify = run("verify");
    assertThat(verify.code()).as(verify.toString()).isZero();
    fixture.close();
    awaitNothingFound();
  }

  @Test
  void callsBeforeADayAreErasedTheSameWay() throws Exception {
    talkAboutIt();
    Ran erase = run("erase", "--before", "2026-10-02");
    assertThat(erase.code()).as(erase.err()).isZero();
    awaitNothingFound();
  }

  @Test
  void aDatabaseOutOfReachIsSaidAndTheRunningWorkbenchFinishesTheJob() throws Exception {
    talkAboutIt();
    Ran erase = run("erase", ID, "--database", "jdbc:postgresql://127.0.0.1:1/none?user=nobody");
    assertThat(erase.code()).isEqualTo(1);
    assertThat(erase.err())
        .contains("the database of the workbench still knows erased calls", "--finish")
        .doesNotContain("\tat ");
    awaitNothingFound();
  }

  @Test
  void whatIsLeftIsFoundByVerifyAndDoneAtTheNextStartOrByHand() throws Exception {
    talkAboutIt();
    fixture.close();
    run("erase", ID, "--database", "jdbc:postgresql://127.0.0.1:1/none?user=nobody");
    Ran verify = run("verify");
    assertThat(verify.code()).isEqualTo(1);
    assertThat(verify.out()).contains("disputes of 1 erased call").doesNotContain(ID);

    Ran finish = run("erase", "--finish");

    assertThat(finish.code()).as(finish.err()).isZero();
    assertThat(found()).isEmpty();
    assertThat(run("verify").code()).isZero();
  }
}
