package earshot.command;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.audio.wav.MalformedWavs;
import earshot.audio.wav.MalformedWavs.MalformedWav;
import earshot.catalogue.AudioFiles;
import earshot.data.CallLedger;
import earshot.data.DataFolder;
import earshot.data.Quarantine;
import earshot.data.QuarantineEntry;
import earshot.data.RunReport;
import earshot.data.RunReports;
import earshot.verify.DataFolderCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bad recordings beside good ones, through the real recognizer; the tests follow each other. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MalformedIT {
  private static final Path SAMPLES = Path.of(System.getProperty("earshot.home"), "samples");
  private static final List<String> GOOD = List.of("c1003", "c1021");

  @TempDir static Path temporary;
  private static Path inputs;
  private static DataFolder folder;

  @BeforeAll
  static void recordings() throws IOException {
    inputs = Files.createDirectories(temporary.resolve("in"));
    folder = new DataFolder(temporary.resolve("data"));
    for (MalformedWav bad : MalformedWavs.all()) {
      Files.write(inputs.resolve(bad.name() + ".wav"), bad.bytes());
    }
    for (String good : GOOD) {
      Files.copy(SAMPLES.resolve(good + ".wav"), inputs.resolve(good + ".wav"));
      Files.copy(SAMPLES.resolve(good + ".json"), inputs.resolve(good + ".json"));
    }
  }

  private static RunReport run(int exit, String... more) throws IOException {
    assertThat(Ran.run(inputs, folder.root(), more).exit()).isEqualTo(exit);
    RunReport report = new RunReports(folder).latest().orElseThrow();
    assertThat(report.discovered())
        .isEqualTo(report.ok() + report.quarantined() + report.skipped())
        .isEqualTo(MalformedWavs.all().size() + GOOD.size());
    return report;
  }

  private static Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (QuarantineEntry entry : new Quarantine(folder).all().values()) {
      reasons.put(AudioFiles.fileName(entry.recording()).replace(".wav", ""), entry.reason());
    }
    return reasons;
  }

  private static void everyBadOneIsThere(int attempts) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    MalformedWavs.all().forEach(bad -> expected.put(bad.name(), bad.reason()));
    assertThat(reasons()).isEqualTo(expected);
    assertThat(new Quarantine(folder).all().values())
        .allSatisfy(
            entry -> {
              assertThat(entry.attempts()).isEqualTo(attempts);
              assertThat(entry.message()).isNotBlank();
            });
    assertThat(CallLedger.load(folder).entries())
        .extracting(CallLedger.Entry::callId)
        .containsExactlyInAnyOrderElementsOf(GOOD);
    assertThat(DataFolderCheck.check(folder).problems()).isEmpty();
  }

  @Test
  @Order(1)
  void eachIsQuarantinedWithItsReasonAndTheGoodOnesAreDone() throws Exception {
    RunReport report = run(3, "--strict");

    assertThat(report.ok()).isEqualTo(GOOD.size());
    assertThat(report.skipped()).isZero();
    everyBadOneIsThere(1);
    Map<String, Integer> expected = new TreeMap<>();
    MalformedWavs.all().forEach(bad -> expected.merge(bad.reason(), 1, Integer::sum));
    assertThat(report.quarantineReasons()).isEqualTo(expected);
  }

  @Test
  @Order(2)
  void aSecondRunLeavesThemAndDecodesNothing() throws Exception {
    RunReport report = run(0);

    assertThat(report.ok()).isZero();
    assertThat(report.skipped()).isEqualTo(GOOD.size());
    assertThat(report.timings()).containsEntry("audio_seconds", 0.0);
    everyBadOneIsThere(1);
  }

  @Test
  @Order(3)
  void retryTriesThemAgain() throws Exception {
    RunReport report = run(0, "--retry");

    assertThat(report.ok()).isZero();
    everyBadOneIsThere(2);
  }

  @Test
  @Order(4)
  void whatWasMendedLeavesTheQuarantineOnRetry() throws Exception {
    Path mended = inputs.resolve("cut-in-half.wav");
    Files.copy(
        SAMPLES.resolve("c1016.wav"), mended, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.copy(SAMPLES.resolve("c1016.json"), inputs.resolve("cut-in-half.json"));

    RunReport report = run(0, "--retry");

    assertThat(report.ok()).isEqualTo(1);
    assertThat(CallLedger.load(folder).byCallId("c1016")).isPresent();
    assertThat(reasons()).hasSize(MalformedWavs.all().size() - 1).doesNotContainKey("cut-in-half");
    assertThat(DataFolderCheck.check(folder).problems()).isEmpty();
  }
}
