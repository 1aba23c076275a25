package earshot.workbench.call;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.audio.AudioFormat;
import earshot.audio.wav.WavWriter;
import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.Audio;
import earshot.call.CallRecord;
import earshot.call.Evidence;
import earshot.call.Facts;
import earshot.call.Layout;
import earshot.call.LayoutCheck;
import earshot.call.Metadata;
import earshot.call.Metrics;
import earshot.call.Redaction;
import earshot.call.Role;
import earshot.call.Scorecard;
import earshot.call.Searched;
import earshot.call.Transcript;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.data.PersonAnswers.PersonAnswer;
import earshot.score.form.FormReader;
import earshot.workbench.account.Account;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audio.CallAudio;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.web.Allowance;
import earshot.workbench.web.WebServer;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes of a call, over HTTP, for somebody who sees team North. */
class CallFeatureTest {
  private static final int HEADER = 44;
  private static final int FRAMES = 8_000;

  @TempDir private Path root;
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final List<PersonAnswer> people = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private DataFolder folder;
  private Path recording;
  private WebServer server;

  @BeforeEach
  void serve() throws Exception {
    folder = new DataFolder(root.resolve("data"));
    recording = root.resolve("call.wav");
    short[][] sound = new short[1][FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      sound[0][i] = (short) (1_000 + i % 1_000);
    }
    try (OutputStream out = Files.newOutputStream(recording);
        WavWriter writer = new WavWriter(out, new AudioFormat(8000, 1, "pcm_s16"), FRAMES)) {
      writer.write(sound, FRAMES);
    }
    store("c1", "North");
    store("c2", "South");
    SignedIn who =
        new SignedIn(
            new Account(1, "sue", earshot.workbench.account.Role.SUPERVISOR, Set.of("North"), null),
            "token",
            "session");
    server =
        WebServer.start(
            new WebServer.Address("127.0.0.1", 0, false),
            http -> Optional.of(who),
            new Allowance(
                earshot.workbench.account.Limits.shipped().asked(), java.time.Clock.systemUTC()),
            List.of(),
            pages ->
                List.of(
                    new CallFeature(
                        pages,
                        new CallLookup(folder),
                        new CallAudio(),
                        FormReader.shipped(),
                        callId -> people,
                        (sue, action, callId) -> seen.add(action.id() + " " + callId))));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theSoundIsSentWithTheRedactedSpanMuted() throws Exception {
    HttpResponse<byte[]> whole = get("/api/v1/calls/c1/audio");
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.headers().firstValue("Content-Type")).contains("audio/wav");
    assertThat(whole.body()).hasSize(HEADER + 2 * FRAMES);
    byte[] span = Arrays.copyOfRange(whole.body(), HEADER + 2 * 4_000, HEADER + 2 * 6_000);
    assertThat(span).containsOnly(0);
    assertThat(whole.body()[HEADER]).isEqualTo((byte) 1_000);
  }

  @Test
  void rangesAreSentAsParts() throws Exception {
    byte[] whole = get("/api/v1/calls/c1/audio").body();
    HttpResponse<byte[]> part = get("/api/v1/calls/c1/audio", "Range", "bytes=1001-1100");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.headers().firstValue("Content-Range"))
        .contains("bytes 1001-1100/" + whole.length);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 1001, 1101));
    assertThat(get("/api/v1/calls/c1/audio", "Range", "bytes=99999-").statusCode()).isEqualTo(416);
  }

  @Test
  void headTellsTheLengthAndSendsNothing() throws Exception {
    HttpResponse<byte[]> head =
        client.send(
            request("/api/v1/calls/c1/audio")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Length")).contains("" + (HEADER + 2 * FRAMES));
    assertThat(head.headers().firstValue("Accept-Ranges")).contains("bytes");
    assertThat(head.body()).isEmpty();
  }

  @Test
  void whatTheBrowserHasIsNotSentAgain() throws Exception {
    String etag = get("/api/v1/calls/c1/audio").headers().firstValue("ETag").orElseThrow();
    assertThat(get("/api/v1/calls/c1/audio", "If-None-Match", etag).statusCode()).isEqualTo(304);
  }

  @Test
  void callsOfOtherTeamsAreNotFound() throws Exception {
    for (String path : List.of("/calls/c2", "/api/v1/calls/c2/audio", "/api/v1/calls/c2/peaks")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void aChangedRecordingIsGone() throws Exception {
    Files.write(recording, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
    HttpResponse<byte[]> gone = get("/api/v1/calls/c1/audio");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(text(gone)).contains("has changed");
    assertThat(text(get("/calls/c1"))).contains("has changed").doesNotContain("<audio");
  }

  @Test
  void aMissingRecordingIsNotFoundAndThePageSaysSo() throws Exception {
    Files.delete(recording);
    HttpResponse<byte[]> missing = get("/api/v1/calls/c1/audio");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(text(missing)).contains("no longer where it was").doesNotContain(root.toString());
    assertThat(text(get("/calls/c1"))).contains("no longer where it was");
  }

  @Test
  void listeningIsWrittenDownOnceThoughManyPartsAreSent() throws Exception {
    get("/calls/c1");
    get("/api/v1/calls/c1/audio", "Range", "bytes=0-99");
    get("/api/v1/calls/c1/audio", "Range", "bytes=100-199");
    assertThat(seen).containsExactly("open-call c1", "listen c1");
  }

  @Test
  void textThatLooksLikeMarkupStaysText() throws Exception {
    String page = text(get("/calls/c1"));
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void thePageShowsFormulaSearchedSpanAndNearestMiss() throws Exception {
    String page = text(get("/calls/c1"));
    assertThat(page)
        .contains("100 × 6 ÷ (6 + 4) = 60.0")
        .contains("greeting 6 = 6", "offer-of-help 4 = 4", "UNKNOWN: magic-words")
        .contains("to 0:45", "the nearest:", "how are you");
  }

  @Test
  void aPersonsAnswerCountsAndTheMachinesStaysVisible() throws Exception {
    people.add(
        new PersonAnswer(
            "courtesy", "offer-of-help", AnswerValue.YES, "rita", Instant.EPOCH, "She offers it."));
    String page = text(get("/calls/c1"));
    assertThat(page)
        .contains("100 × 10 ÷ (10 + 0) = 100.0")
        .contains("the machine said <span class=\"badge badge-no\">NO</span>", "She offers it.");
  }

  @Test
  void aSecondThatIsNoNumberIsRefused() throws Exception {
    assertThat(get("/calls/c1?t=soon").statusCode()).isEqualTo(400);
    assertThat(get("/calls/c1?t=-1").statusCode()).isEqualTo(400);
    assertThat(text(get("/calls/c1?t=0.5"))).contains("data-start=\"0.50\"");
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Test
  void aDoubtAboutTheChannelsIsSaid() throws Exception {
    store("c1", "North", Layout.AGENT_LEFT, null);
    assertThat(text(get("/calls/c1"))).doesNotContain("What is said speaks");
    LayoutCheck doubt = new LayoutCheck("metadata", Layout.AGENT_RIGHT, 0.934, false);
    store("c1", "North", Layout.AGENT_LEFT, doubt);
    assertThat(text(get("/calls/c1")))
        .contains("speaks for the agent on channel 2, with a certainty of 93 %. If that is right");
    LayoutCheck believed = new LayoutCheck("default", Layout.AGENT_RIGHT, 0.99, true);
    store("c1", "North", Layout.AGENT_RIGHT, believed);
    assertThat(text(get("/calls/c1")))
        .contains("speaks for the agent on channel 2, with a certainty of 99 %; the speakers were");
  }

  private void store(String callId, String team) throws Exception {
    store(callId, team, Layout.MONO, null);
  }

  private void store(String callId, String team, Layout layout, LayoutCheck check)
      throws Exception {
    String sha256 =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(recording)));
    Scorecard card = Scorecard.of("courtesy", 1, "0123456789abcdef", answers());
    new CallStore(folder)
        .write(
            new CallRecord(
                CallRecord.SCHEMA,
                callId,
                new Audio(
                    recording.toUri().toString(), sha256, 1, 8000, 1, "pcm_s16", layout, check),
                new Metadata(
                    OffsetDateTime.parse("2026-10-05T10:00:00+01:00"),
                    "metadata",
                    "inbound",
                    "A1",
                    "Ann",
                    team,
                    null,
                    null,
                    null,
                    null,
                    "en"),
                new Transcript("en", "vosk", "tiny", List.of(turn())),
                List.of(),
                new Metrics(Map.of(), 0, 0, Map.of(), Map.of(), null),
                new Facts(null, null, "unknown", null, 0, 0, null),
                List.of(card),
                List.of(),
                List.of(new Redaction(0, 0.5, 0.75, "card-number"))));
  }

  private static Turn turn() {
    List<Word> words = new ArrayList<>();
    words.add(new Word("hello", 0, 0.2, 1));
    words.add(new Word("<script>alert(1)</script>", 0.2, 0.4, 0.3));
    words.add(new Word("[card-number]", 0.5, 0.75, 1));
    return new Turn(
        Role.AGENT, 0, 0, 1, "hello <script>alert(1)</script> [card-number]", 0.9, words, -30.0);
  }

  private static List<Answer> answers() {
    Evidence hello = new Evidence(Role.AGENT, 0, 0.2, "hello");
    Evidence near = new Evidence(Role.AGENT, 0.2, 0.4, "how are you");
    return List.of(
        new Answer(
                "greeting", AnswerValue.YES, "phrase", 0.9, "Greets.", List.of(hello), null, null)
            .weighing(6, false),
        new Answer(
                "offer-of-help",
                AnswerValue.NO,
                "phrase",
                0.8,
                "No offer.",
                List.of(),
                new Searched(Role.AGENT, 0, 45),
                near)
            .weighing(4, false),
        new Answer(
                "magic-words", AnswerValue.UNKNOWN, "phrase", 0, "Unclear.", List.of(), null, null)
            .weighing(6, false));
  }
}
