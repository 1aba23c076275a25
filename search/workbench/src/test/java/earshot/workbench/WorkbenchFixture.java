package earshot.workbench;

import earshot.data.DataFolder;
import earshot.workbench.account.Limits;
import earshot.workbench.account.NewPassword;
import earshot.workbench.account.Role;
import earshot.workbench.provider.ProviderSettings;
import earshot.workbench.tls.TlsFiles;
import earshot.workbench.web.WebServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * A workbench on a free port over three calls, with an account of every role. Calls: {@code n1} of
 * agent A7 in team North, {@code s1} of agent A9 in team South, {@code odd/id 1} without team,
 * whose texts try to be markup and formulas.
 */
final class WorkbenchFixture implements AutoCloseable {
  static final String PASSWORD = "a long and quiet river";
  static final String MONITOR = "token-of-the-monitor-1";

  /** A clock that a test moves. */
  static final class TestClock extends Clock {
    private Instant now = Instant.parse("2026-11-01T08:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  final TestClock clock;
  final DataFolder folder;
  Workbench workbench;

  /** How much an account may ask for from the next start on; tests ask more than people do. */
  int requests;

  /** Roles that need a second step from the next start on. */
  Set<Role> secondStepFor = Set.of();

  private final Path inputs;
  private final Optional<ProviderSettings> provider;
  private final Optional<TlsFiles> tls;

  private WorkbenchFixture(
      Path root,
      boolean calls,
      Optional<ProviderSettings> provider,
      TestClock clock,
      Optional<TlsFiles> tls)
      throws IOException {
    this.tls = tls;
    this.provider = provider;
    this.clock = clock;
    folder = new DataFolder(root.resolve("data"));
    inputs = Files.createDirectories(root.resolve("in"));
    Files.createDirectories(folder.calls());
    if (calls) {
      call("n1", "A7", "Ruth", "North", "I want a refund, please.");
      call("s1", "A9", "Omar", "South", "I want my refund at once.");
      call(
          "odd/id 1",
          "=1+1",
          "<script>alert(1)</script>",
          null,
          "=cmd refund <b>x</b> <script>alert(2)</script>");
      score();
    }
    workbench = started();
    for (Role role : Role.values()) {
      workbench
          .accounts()
          .add(
              name(role),
              role,
              role == Role.SUPERVISOR ? Set.of("North") : Set.of(),
              role == Role.AGENT ? "A7" : null,
              NewPassword.own(PASSWORD),
              "test");
    }
  }

  private Workbench started() throws IOException {
    return Workbench.start(
        new WorkbenchSettings(
            folder,
            new WebServer.Address("127.0.0.1", 0, false, tls),
            null,
            provider,
            secondStepFor,
            Optional.of(MONITOR),
            Limits.shipped().withRequestsAMinute(requests),
            clock));
  }

  /** Something that happens while the server is stopped. */
  interface Meanwhile {
    void happens() throws IOException;
  }

  /** Stops the server and starts it again, on another port. */
  void restart(Meanwhile meanwhile) throws IOException {
    workbench.close();
    meanwhile.happens();
    workbench = started();
  }

  static WorkbenchFixture withCalls(Path root) throws IOException {
    return new WorkbenchFixture(root, true, Optional.empty(), new TestClock(), Optional.empty());
  }

  static WorkbenchFixture empty(Path root) throws IOException {
    return new WorkbenchFixture(root, false, Optional.empty(), new TestClock(), Optional.empty());
  }

  /** One whose people may sign in at an identity provider too. */
  static WorkbenchFixture with(ProviderSettings provider, TestClock clock, Path root)
      throws IOException {
    return new WorkbenchFixture(root, false, Optional.of(provider), clock, Optional.empty());
  }

  /** The same, where the workbench speaks TLS itself. */
  static WorkbenchFixture overTls(
      TlsFiles tls, ProviderSettings provider, TestClock clock, Path root) throws IOException {
    return new WorkbenchFixture(root, false, Optional.of(provider), clock, Optional.of(tls));
  }

  /** One that speaks TLS itself. */
  static WorkbenchFixture overTls(TlsFiles tls, Path root) throws IOException {
    return new WorkbenchFixture(root, false, Optional.empty(), new TestClock(), Optional.of(tls));
  }

  /** Where browsers find it, without a slash at the end. */
  String address() {
    return (tls.isPresent() ? "https" : "http") + "://127.0.0.1:" + workbench.server().port();
  }

  /** Name of the account with that role. */
  static String name(Role role) {
    return "the-" + role.id();
  }

  /** Puts a transcript where {@link #score} finds it. */
  void call(String id, String agentId, String agentName, String team, String customer)
      throws IOException {
    call(id, agentId, agentName, team, customer, "2026-10-01T09:00:00Z");
  }

  /** The same at another time. */
  void call(String id, String agentId, String agentName, String team, String customer, String start)
      throws IOException {
    String json =
        """
        {"call_id": "%s", "language": "en", "start_time": "%s", "agent_id": "%s",
         "agent_name": "%s", %s
         "turns": [
           {"role": "agent", "start": 0.5, "end": 12.0,
            "text": "Good morning, Pelham Water, this is Ruth, how can I help you today?"},
           {"role": "customer", "start": 12.5, "end": 20.0, "text": "%s"},
           {"role": "agent", "start": 20.5, "end": 26.0, "text": "Of course. Thank you, goodbye."}]}
        """
            .formatted(
                id,
                start,
                agentId,
                agentName,
                team == null ? "" : "\"team\": \"" + team + "\",",
                customer);
    Files.writeString(inputs.resolve(id.replaceAll("\\W", "-") + ".json"), json);
  }

  /** Puts any transcript where {@link #score} finds it. */
  void transcript(String id, String json) throws IOException {
    Files.writeString(inputs.resolve(id + ".json"), json);
  }

  /** Makes calls of the transcripts that are none yet, as soon as the server lets the folder go. */
  void score() throws IOException {
    Instant deadline = Instant.now().plusSeconds(60);
    String trouble = tryToScore();
    while (trouble.contains("is being written by") && Instant.now().isBefore(deadline)) {
      trouble = tryToScore();
    }
    if (!trouble.isEmpty()) {
      throw new AssertionError(trouble);
    }
  }

  /** What went wrong; empty when nothing did. */
  private String tryToScore() {
    StringWriter err = new StringWriter();
    int code =
        EarshotCommand.commandLine()
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err, true))
            .execute(
                "score", "--transcripts", inputs.toString(), "--data", folder.root().toString());
    return code == 0 ? "" : "score ended with " + code + ": " + err;
  }

  HttpBrowser browser() {
    return new HttpBrowser(workbench.server().port());
  }

  /** A browser in which somebody of that role is signed in. */
  HttpBrowser signedIn(Role role) throws IOException, InterruptedException {
    HttpBrowser browser = browser();
    int status = browser.signIn(name(role), PASSWORD).statusCode();
    if (status != 302) {
      throw new AssertionError("sign-in of " + role + " answered " + status);
    }
    return browser;
  }

  @Override
  public void close() throws IOException {
    workbench.close();
  }
}
