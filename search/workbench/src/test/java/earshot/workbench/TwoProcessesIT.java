package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.CallRecord;
import earshot.call.Word;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged {@code bin/earshot serve} while {@code bin/earshot run} and {@code erase} change its
 * data folder, each in a process of its own, and people go on reading: faster than people do, so
 * they may ask for any number of pages.
 */
@Timeout(900)
class TwoProcessesIT {
  private static final Path EARSHOT = Path.of("target/earshot/bin/earshot").toAbsolutePath();
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
  private static final Pattern OLDER =
      Pattern.compile("rel=\"next\" href=\"(/admin\\?offset=\\d+)#audit\"");
  private static final String GONE = "zq-erase-me-9f";
  private static final String STAYS = "zq-stays";
  private static final String OF_GONE = "agent_id:A1102";

  private static final String COMMENT = "Zqcomment";

  @TempDir private static Path root;
  private static Path data;
  private static Path log;
  private static Process server;
  private static HttpBrowser trainer;
  private static HttpBrowser admin;
  private static Duration foundAfter;

  /** A run commits a recording while it serves; then nothing is as new as what it serves. */
  @BeforeAll
  static void itServesWhileARunCommits() throws Exception {
    data = root.resolve("data");
    log = root.resolve("serve.log");
    inputs();
    earshot("score", "--transcripts", root.resolve("transcripts").toString());
    account("tess", "trainer");
    account("ada", "admin");
    server = start(List.of("serve", "--port", "0", "--requests-a-minute", "0"), log);
    int port = port();
    trainer = signedIn(port, "tess");
    admin = signedIn(port, "ada");
    foundAfter = found();
  }

  /** A transcript that stays, and a sample call under another id. */
  private static void inputs() throws IOException {
    Path transcripts = Files.createDirectories(root.resolve("transcripts"));
    Files.writeString(
        transcripts.resolve(STAYS + ".json"),
        """
        {"call_id": "zq-stays", "language": "en", "start_time": "2026-10-01T09:00:00Z",
         "agent_id": "A7", "team": "North", "turns": [
           {"role": "agent", "start": 0.5, "end": 12.0, "text": "Good morning, how can I help?"},
           {"role": "customer", "start": 12.5, "end": 20.0, "text": "I want a refund, please."}]}
        """);
    Path recordings = Files.createDirectories(root.resolve("recordings"));
    Path samples = EARSHOT.resolveSibling("../samples").normalize();
    Files.copy(samples.resolve("c1020.wav"), recordings.resolve(GONE + ".wav"));
    String sidecar = Files.readString(samples.resolve("c1020.json")).replace("c1020", GONE);
    Files.writeString(recordings.resolve(GONE + ".json"), sidecar);
  }

  @AfterAll
  static void ended() throws InterruptedException {
    if (server != null) {
      server.destroyForcibly().waitFor();
    }
  }

  private static Process start(List<String> arguments, Path err) throws IOException {
    List<String> command = new ArrayList<>(List.of(EARSHOT.toString()));
    command.addAll(arguments);
    command.addAll(List.of("--data", data.toString()));
    ProcessBuilder process = new ProcessBuilder(command).redirectError(err.toFile());
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process.environment().put("EARSHOT_JAVA_OPTS", "-Xmx512m");
    return process.start();
  }

  /** Runs a command to its end; gives what it said. */
  private static String earshot(String... arguments) throws Exception {
    return told("", arguments);
  }

  private static String told(String input, String... arguments) throws Exception {
    Path err = root.resolve("err");
    Process process = start(List.of(arguments), err);
    try {
      try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
        in.write(input);
      }
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(() -> out + read(err)).isZero();
      return out;
    } finally {
      process.destroyForcibly();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void account(String name, String role) throws Exception {
    told(WorkbenchFixture.PASSWORD + "\n", "users", "add", name, "--role", role);
  }

  private static int port() throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return Integer.parseInt(address.group(1));
      }
    }
    throw new AssertionError("it does not serve: " + read(log));
  }

  private static HttpBrowser signedIn(int port, String name) throws Exception {
    HttpBrowser browser = new HttpBrowser(port);
    assertThat(browser.signIn(name, WorkbenchFixture.PASSWORD).statusCode()).isEqualTo(302);
    return browser;
  }

  /** Waits until an answer is as it should be; gives how long that took. */
  private static Duration soon(Check check) throws Exception {
    long began = System.nanoTime();
    while (!check.holds()) {
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(1));
      LockSupport.parkNanos(20_000_000);
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private interface Check {
    boolean holds() throws Exception;
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  /** How long after the commit of the run's index a search was asked that finds its call. */
  private static Duration found() throws Exception {
    Path said = root.resolve("run.log");
    Process run = start(List.of("run", "--input", root.resolve("recordings").toString()), said);
    try {
      Instant asked = Instant.now();
      while (!admin.get("/api/v1/search?q=" + OF_GONE).body().contains("\"total\":1,")) {
        assertThat(run.isAlive() || run.exitValue() == 0).as(() -> read(said)).isTrue();
        LockSupport.parkNanos(20_000_000);
        asked = Instant.now();
      }
      run.getInputStream().readAllBytes();
      assertThat(run.waitFor()).as(() -> read(said)).isZero();
      return Duration.between(committed(), asked);
    } finally {
      run.destroyForcibly();
    }
  }

  /** When the last commit got its name: it is written under another one, and made durable first. */
  private static Instant committed() throws IOException {
    try (Stream<Path> files = Files.list(new DataFolder(data).index())) {
      Path commit =
          files.filter(f -> f.getFileName().toString().startsWith("segments_")).findFirst().get();
      return ((FileTime) Files.getAttribute(commit, "unix:ctime")).toInstant();
    }
  }

  @Test
  void aCallThatARunCommitsIsFoundWithinTwoSeconds() {
    assertThat(foundAfter).isLessThan(Duration.ofSeconds(2));
  }

  /** What people say about the call that is to go; gives the addresses of a playlist and a clip. */
  private static List<String> talkAboutIt() throws Exception {
    Map<String, String> comment = Map.of("start", "1", "end", "5", "comment", COMMENT);
    location(trainer.post("/calls/" + GONE + "/comments", comment));
    location(trainer.post("/searches", Map.of("title", "Like it", "q", "refund call_id:" + GONE)));
    Map<String, String> answer =
        Map.of("form", "courtesy", "question", "greeting", "answer", "NA", "comment", COMMENT);
    location(admin.post("/calls/" + GONE + "/answers", answer));
    String playlist = location(trainer.post("/playlists", Map.of("title", "Victor")));
    Map<String, String> clip = new LinkedHashMap<>();
    clip.put("playlist", playlist.substring(playlist.lastIndexOf('/') + 1));
    clip.put("call_id", GONE);
    clip.put("start", "1");
    clip.put("end", "20");
    clip.put("part", "good");
    clip.put("question", "greeting");
    clip.put("note", "See " + GONE);
    String added = location(trainer.post("/clips", clip));
    String number = added.substring(added.lastIndexOf('-') + 1);
    return List.of(playlist, "/api/v1/clips/" + number + "/audio");
  }

  /** A long word that is said in the call and not in the other. */
  private static String word() throws IOException {
    CallStore store = new CallStore(new DataFolder(data));
    for (Path file : store.files()) {
      CallRecord call = store.read(file);
      if (call.callId().equals(GONE)) {
        return call.transcript().turns().stream()
            .flatMap(turn -> turn.words().stream())
            .map(Word::word)
            .filter(word -> word.matches("[a-z]{7,}"))
            .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
            .orElseThrow();
      }
    }
    throw new AssertionError("no record of " + GONE);
  }

  @Test
  void anErasedCallIsGoneForThoseWhoReadMeanwhile() throws Exception {
    List<String> made = talkAboutIt();
    List<String> telling = List.of(GONE, COMMENT, word());
    List<String> addresses =
        List.of(
            "/calls/" + GONE,
            "/calls/" + GONE + "/similar",
            "/api/v1/calls/" + GONE,
            "/api/v1/calls/" + GONE + "/audio",
            "/api/v1/calls/" + GONE + "/peaks",
            "/clips/new?call_id=" + GONE,
            made.get(1));
    List<String> found =
        List.of(
            "/",
            "/?q=" + OF_GONE,
            "/api/v1/search?q=" + OF_GONE,
            "/export/search.csv?q=" + OF_GONE,
            "/export/search.json?q=" + OF_GONE);
    List<String> pages = List.of(made.get(0), made.get(0) + "/download", "/searches", "/team");
    for (String address : addresses) {
      assertThat(trainer.get(address).statusCode()).as(address).isEqualTo(200);
    }
    assertThat(telling(found, telling)).isEqualTo(found);
    assertThat(telling(pages, telling)).contains(made.get(0), "/searches");
    soon(() -> FilesHolding.of(data, telling).toString().contains(COMMENT));

    Queue<String> troubles = new ConcurrentLinkedQueue<>();
    AtomicBoolean reading = new AtomicBoolean(true);
    List<String> all = Stream.of(addresses, found, pages).flatMap(List::stream).toList();
    Thread reader = new Thread(() -> readAll(all, reading, troubles), "reader");
    reader.start();
    Duration forgotten;
    Duration rewritten;
    try {
      assertThat(earshot("erase", GONE)).contains("1 call erased");
      for (String address : addresses) {
        assertThat(trainer.get(address).statusCode()).as(address).isEqualTo(404);
      }
      assertThat(telling(found, telling)).as("at once").isEmpty();
      forgotten = soon(() -> telling(pages, telling).isEmpty());
      rewritten = soon(() -> FilesHolding.of(data, telling).isEmpty());
    } finally {
      reading.set(false);
      reader.join();
    }
    assertThat(troubles).isEmpty();
    assertThat(forgotten).as("rows of the database").isLessThan(Duration.ofSeconds(10));
    assertThat(rewritten).as("files of the database").isLessThan(Duration.ofSeconds(30));
    assertThat(admin.get("/calls/" + STAYS).statusCode()).isEqualTo(200);
    assertThat(audit()).contains("[erased]").doesNotContain(GONE);
    assertThat(earshot("verify")).doesNotContain(GONE);
    server.destroy();
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(read(log))
        .contains("route=/api/v1/search status=200")
        .doesNotContain("ERROR", "WARN", "\tat ", "Exception", "status=5");
    assertThat(FilesHolding.of(data, telling)).isEmpty();
  }

  /** All of the audit: what was read meanwhile fills pages. */
  private static String audit() throws Exception {
    StringBuilder all = new StringBuilder();
    for (String next = "/admin"; !next.isEmpty(); ) {
      String page = admin.page(next);
      all.append(page);
      Matcher older = OLDER.matcher(page);
      next = older.find() ? older.group(1) : "";
    }
    return all.toString();
  }

  /** Those of these pages that hold one of the words. */
  private static List<String> telling(List<String> paths, List<String> words) throws Exception {
    List<String> telling = new ArrayList<>();
    for (String path : paths) {
      String page = trainer.page(path);
      if (words.stream().anyMatch(page::contains)) {
        telling.add(path);
      }
    }
    return telling;
  }

  /** Somebody who looks at everything, over and over. */
  private static void readAll(List<String> paths, AtomicBoolean on, Queue<String> troubles) {
    while (on.get()) {
      for (String path : paths) {
        try {
          int status = admin.get(path).statusCode();
          if (status != 200 && status != 404) {
            troubles.add(path + " " + status);
          }
        } catch (IOException e) {
          troubles.add(path + " " + e);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }
}
