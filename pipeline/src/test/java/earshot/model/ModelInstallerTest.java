package earshot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.model.ModelInstaller.Installation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ModelInstallerTest {
  private static final String NAME = "vosk-model-mini-0.1";
  private static final String ZIP = NAME + ".zip";
  private static final ArchiveLimits ARCHIVE =
      new ArchiveLimits(1_000_000, 10_000_000, 100, 60, 100_000, 0);

  @TempDir Path temp;
  private final ArchiveServer server = new ArchiveServer();
  private final List<Duration> pauses = new ArrayList<>();
  private byte[] archive = new byte[0];
  private Path models = Path.of("");

  @BeforeEach
  void listHasOneModel() throws IOException {
    models = temp.resolve("models");
    archive = MiniModel.zip(MiniModel.folders(temp.resolve("made/" + NAME), 16000));
    server.serve(ZIP, archive);
    server.list(NAME, Checksum.MD5.of(archive), archive.length);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ModelInstaller installer(URI base, double stallSeconds, DiskSpace.Free free) {
    DownloadLimits patience = new DownloadLimits(5, stallSeconds, 4, 1, 3, 3);
    return new ModelInstaller(base, models, patience, ARCHIVE, new DiskSpace(free, 0), pauses::add);
  }

  private Installation install() throws IOException, InterruptedException {
    return installer(server.base(), 20, folder -> Long.MAX_VALUE)
        .install(NAME, false, (bytes, total) -> server.clientHas(bytes));
  }

  private void assertNothingVisible() throws IOException {
    assertThat(new ModelStore(null, models).installed()).isEmpty();
    assertThat(models.resolve(NAME)).doesNotExist();
    Path work = models.resolve(ModelInstaller.WORK_FOLDER);
    try (Stream<Path> left = Files.list(work)) {
      assertThat(left.filter(Files::isDirectory)).isEmpty();
    }
  }

  @Test
  void modelIsFetchedCheckedAndOpened() throws Exception {
    List<Long> seen = new ArrayList<>();
    Installation done =
        installer(server.base(), 20, folder -> Long.MAX_VALUE)
            .install(
                NAME,
                false,
                (bytes, total) -> {
                  assertThat(total).isEqualTo(archive.length);
                  seen.add(bytes);
                });

    assertThat(done.already()).isFalse();
    assertThat(done.checked()).isEqualTo("MD5");
    assertThat(done.model())
        .isEqualTo(new RecognitionModel(NAME, models.resolve(NAME), 16000, null));
    assertThat(seen).isSorted().endsWith((long) archive.length);
    ModelCheck check = ModelCheck.of(done.model());
    assertThat(check.well()).isTrue();
    assertThat(check.sums()).isNotNull();
    try (Stream<Path> left = Files.list(models.resolve(ModelInstaller.WORK_FOLDER))) {
      assertThat(left.map(p -> p.getFileName().toString())).containsExactly(NAME + ".lock");
    }
  }

  @Test
  void modelThatIsThereIsNotFetchedAgain() throws Exception {
    install();
    int before = server.requests().size();

    assertThat(install().already()).isTrue();
    assertThat(server.requests()).hasSize(before);
  }

  @Test
  void cutConnectionIsResumedWhereItBroke() throws Exception {
    server.serveCutOff(ZIP, archive, 300, 2);

    assertThat(install().model().name()).isEqualTo(NAME);
    assertThat(server.requests())
        .containsExactly(
            "/models/model-list.json",
            "/models/" + ZIP,
            "/models/" + ZIP + " bytes=300-",
            "/models/" + ZIP + " bytes=600-");
    assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void interruptedInstallationIsResumedByTheNextOne() throws Exception {
    server.serveCutOff(ZIP, archive, 100, 4);
    assertThatThrownBy(this::install)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("4 tries")
        .hasMessageContaining("goes on from there");
    assertThat(pauses)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
    assertNothingVisible();

    assertThat(install().already()).isFalse();
    assertThat(server.requests()).last().isEqualTo("/models/" + ZIP + " bytes=400-");
  }

  @Test
  void archiveThatChangedMeanwhileIsFetchedFromItsStart() throws Exception {
    byte[] old = archive.clone();
    old[50] ^= 1;
    server.serveCutOff(ZIP, old, 100, 4);
    assertThatThrownBy(this::install).isInstanceOf(ModelException.class);

    server.serve(ZIP, archive);

    assertThat(install().already()).isFalse();
  }

  @Test
  void serverWithoutRangesIsAskedForEverythingAgain() throws Exception {
    var once = new java.util.concurrent.atomic.AtomicInteger();
    server.on(
        ZIP,
        exchange -> {
          exchange.sendResponseHeaders(200, archive.length);
          int most = once.incrementAndGet() == 1 ? 100 : archive.length;
          exchange.getResponseBody().write(archive, 0, most);
          exchange.getResponseBody().flush();
        });

    assertThat(install().already()).isFalse();
    assertThat(server.requests()).last().isEqualTo("/models/" + ZIP);
  }

  @Test
  void wrongRangeIsNotAppended() throws Exception {
    server.serveCutOff(ZIP, archive, 100, 4);
    assertThatThrownBy(this::install).isInstanceOf(ModelException.class);
    server.on(
        ZIP,
        exchange -> {
          boolean ranged = exchange.getRequestHeaders().containsKey("Range");
          if (ranged) {
            exchange.getResponseHeaders().set("Content-Range", "bytes 0-9/10");
            exchange.sendResponseHeaders(206, 10);
            exchange.getResponseBody().write(new byte[10]);
          } else {
            ArchiveServer.send(exchange, archive, ArchiveServer.etag(archive), archive.length);
          }
        });

    assertThat(install().already()).isFalse();
  }

  @Test
  void wrongChecksumIsRefusedAndForgotten() throws Exception {
    byte[] other = archive.clone();
    other[other.length / 2] ^= 1;
    server.serve(ZIP, other);

    assertThatThrownBy(this::install)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("MD5 is " + Checksum.MD5.of(other))
        .hasMessageContaining("expected " + Checksum.MD5.of(archive));
    assertNothingVisible();

    server.serve(ZIP, archive);
    assertThat(install().already()).isFalse();
  }

  @Test
  void modelsOfTheCatalogueAreComparedWithItsOwnChecksumWhereverTheyComeFrom() throws Exception {
    String known = "vosk-model-en-us-0.22";
    server.serve(known + ".zip", archive);
    server.list(known, Checksum.MD5.of(archive), archive.length);

    assertThatThrownBy(
            () ->
                installer(server.base(), 20, folder -> Long.MAX_VALUE)
                    .install(known, true, DownloadProgress.NONE))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("SHA-256");
    assertThat(server.requests()).containsExactly("/models/" + known + ".zip");
  }

  @Test
  void modelWithoutChecksumNeedsTheUsersWord() throws Exception {
    server.list("another", Checksum.MD5.of(archive), archive.length);

    assertThatThrownBy(this::install)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("--no-checksum");
    assertThat(server.requests()).containsExactly("/models/model-list.json");

    Installation done =
        installer(server.base(), 20, folder -> Long.MAX_VALUE)
            .install(NAME, true, DownloadProgress.NONE);
    assertThat(done.checked()).isNull();
  }

  @Test
  void archiveThatIsNotThereIsSaidSoAtOnce() {
    server.on(ZIP, exchange -> exchange.sendResponseHeaders(404, -1));

    assertThatThrownBy(this::install)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("answers 404")
        .hasMessageContaining("models list");
    assertThat(pauses).isEmpty();
  }

  @Test
  void busyServerIsTriedAgain() throws Exception {
    var answers = new java.util.concurrent.atomic.AtomicInteger();
    server.on(
        ZIP,
        exchange -> {
          if (answers.incrementAndGet() < 3) {
            exchange.sendResponseHeaders(503, -1);
          } else {
            ArchiveServer.send(exchange, archive, ArchiveServer.etag(archive), archive.length);
          }
        });

    assertThat(install().already()).isFalse();
    assertThat(pauses).hasSize(2);
  }

  @Test
  void redirectIsFollowed() throws Exception {
    server.serve("elsewhere.zip", archive);
    server.redirect(ZIP, "elsewhere.zip");

    assertThat(install().already()).isFalse();
  }

  @Test
  void redirectsWithoutEndAreGivenUp() {
    server.redirect(ZIP, ZIP);

    assertThatThrownBy(this::install)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("redirects more than 3 times");
  }

  @Test
  void redirectToAFileIsNotFollowed() {
    server.redirect(ZIP, "file:///etc/passwd");

    assertThatThrownBy(this::install)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("https or http only");
  }

  @Test
  void addressThatIsNotOfTheWebIsRefused() {
    assertThatThrownBy(
            () ->
                installer(URI.create("ftp://127.0.0.1/models"), 20, folder -> Long.MAX_VALUE)
                    .install(NAME, true, DownloadProgress.NONE))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("https or http only");
  }

  @Test
  void serverThatFallsSilentIsGivenUp() throws Exception {
    server.serveAndFallSilent(ZIP, archive, 200);

    assertThatThrownBy(
            () ->
                installer(server.base(), 0.2, folder -> Long.MAX_VALUE)
                    .install(NAME, false, DownloadProgress.NONE))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no byte came for 0.2 s");
    assertNothingVisible();
  }

  @Test
  void serverThatNeverAnswersIsGivenUp() {
    server.neverAnswer("model-list.json");

    assertThatThrownBy(
            () ->
                installer(server.base(), 0.2, folder -> Long.MAX_VALUE)
                    .install(NAME, false, DownloadProgress.NONE))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("model-list.json")
        .hasMessageContaining("4 tries");
  }

  @Test
  void nobodyListeningIsSaidInWords() {
    URI gone = server.base();
    server.close();

    assertThatThrownBy(
            () ->
                installer(gone, 5, folder -> Long.MAX_VALUE)
                    .install(NAME, false, DownloadProgress.NONE))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no connection to");
  }

  @Test
  void archiveLongerThanAnyModelIsNotFetched() {
    server.on(ZIP, exchange -> exchange.sendResponseHeaders(200, 1_000_001));

    assertThatThrownBy(this::install)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("1000001 bytes long");
  }

  @Test
  void archiveOfAnotherLengthThanListedIsNotFetched() {
    server.list(NAME, Checksum.MD5.of(archive), archive.length + 1);

    assertThatThrownBy(this::install)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("expected " + (archive.length + 1));
  }

  @Test
  void streamWithoutLengthIsCutAtTheLimit() {
    server.on(
        ZIP,
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 20; i++) {
            exchange.getResponseBody().write(new byte[100_000]);
          }
        });

    assertThatThrownBy(this::install)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("more than 1000000 bytes came");
  }

  @Test
  void fullDiskIsSaidBeforeTheDownload() {
    assertThatThrownBy(
            () ->
                installer(server.base(), 20, folder -> 10)
                    .install(NAME, false, DownloadProgress.NONE))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("10 bytes free, " + archive.length + " are needed");
  }

  @Test
  void archiveWithoutModelLeavesNothing() throws Exception {
    Path pictures = temp.resolve("pictures");
    MiniModel.write(pictures, "a.txt", "a");
    byte[] zip = MiniModel.zip(pictures);
    server.serve(ZIP, zip);
    server.list(NAME, Checksum.MD5.of(zip), zip.length);

    assertThatThrownBy(this::install)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("the archive of " + NAME + " is no use")
        .hasMessageContaining("no Vosk model");
    assertNothingVisible();
  }

  @Test
  void nameThatIsAPathIsRefused() {
    assertThatThrownBy(
            () ->
                installer(server.base(), 20, folder -> Long.MAX_VALUE)
                    .install("../evil", true, DownloadProgress.NONE))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("cannot be the name");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void brokenFolderOfThatNameIsNotOverwritten() throws Exception {
    MiniModel.write(models.resolve(NAME), "am/final.mdl", "half");

    assertThatThrownBy(this::install)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("remove the folder first");
    assertThat(models.resolve(NAME).resolve("am/final.mdl")).hasContent("half");
  }

  @Test
  void onlyOneInstallationOfAModelRunsAtATime() throws Exception {
    List<Throwable> second = new ArrayList<>();
    installer(server.base(), 20, folder -> Long.MAX_VALUE)
        .install(
            NAME,
            false,
            (bytes, total) -> {
              try {
                install();
              } catch (IOException | InterruptedException e) {
                second.add(e);
              }
            });

    assertThat(second).isNotEmpty();
    assertThat(second.get(0)).hasMessageContaining("is being installed already");
    assertThat(models.resolve(NAME)).isDirectory();
  }
}
