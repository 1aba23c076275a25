package earshot.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.call.CallJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quarantine, run reports, tombstones, erasure and leftovers. */
class DataFolderFilesTest {
  private static final String SHA = "b".repeat(64);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @TempDir Path dir;

  private DataFolder folder() {
    return new DataFolder(dir);
  }

  private static RunReport report(String id, int ok, List<String> missing) {
    Instant start = Instant.parse("2026-10-05T10:00:00Z");
    return new RunReport(
        id,
        "run",
        start,
        start.plusSeconds(5),
        ok + 3,
        ok,
        1,
        2,
        missing.size(),
        missing,
        Map.of("not_riff", 1),
        Map.of("language", "en"),
        Map.of("earshot", "0.1.0"),
        Map.of("decode", 0.5));
  }

  @Test
  void aQuarantineEntryHasTheKeysOfTheContract() throws Exception {
    new Quarantine(folder()).put("a.wav", SHA, "decode", "not_riff", "a.wav is no WAV");
    JsonNode json = CallJson.mapper().readTree(dir.resolve("quarantine/" + SHA + ".json").toFile());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("recording", "stage", "reason", "message", "attempts");
    assertThat(json.get("attempts").asInt()).isEqualTo(1);
  }

  @Test
  void attemptsCountUpAlsoWhenTheBytesCouldBeReadAtLast() throws Exception {
    Quarantine quarantine = new Quarantine(folder());
    quarantine.put("a.wav", null, "catalogue", "unreadable", "no permission");
    quarantine.put("a.wav", null, "catalogue", "unreadable", "no permission");
    assertThat(quarantine.put("a.wav", SHA, "decode", "not_riff", "x").attempts()).isEqualTo(3);
    assertThat(quarantine.all()).containsOnlyKeys(SHA);
    assertThat(quarantine.remove("a.wav", SHA)).isTrue();
    assertThat(quarantine.remove("a.wav", SHA)).isFalse();
    assertThat(quarantine.all()).isEmpty();
  }

  @Test
  void aLongMessageBecomesOneShortLine() {
    QuarantineEntry entry = new QuarantineEntry("a", "s", "r", "x\n".repeat(1000), 1);
    assertThat(entry.message()).hasSize(QuarantineEntry.MAX_MESSAGE).doesNotContain("\n");
  }

  @Test
  void aBrokenEntryIsNamed() throws Exception {
    Path file = dir.resolve("quarantine/k.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{");
    assertThatThrownBy(() -> new Quarantine(folder()).all()).hasMessageContaining("k.json");
  }

  @Test
  void aReportThatDoesNotAddUpIsRefused() {
    assertThatThrownBy(
            () ->
                new RunReport(
                    "r",
                    "run",
                    Instant.EPOCH,
                    Instant.EPOCH,
                    5,
                    1,
                    1,
                    1,
                    0,
                    List.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of()))
        .hasMessageContaining("discovered 5 must be ok 1 + quarantined 1 + skipped 1");
  }

  @Test
  void reportsAreReadAsWrittenAndSortByTime() throws Exception {
    RunReports reports = new RunReports(folder());
    RunReport later =
        report(RunReport.newId(Instant.parse("2026-10-05T10:00:00.010Z")), 4, List.of());
    RunReport earlier =
        report(RunReport.newId(Instant.parse("2026-10-05T10:00:00.009Z")), 3, List.of("c9"));
    reports.write(later);
    Path file = reports.write(earlier);
    assertThat(reports.read(file)).isEqualTo(earlier);
    assertThat(reports.latest()).contains(later);
    JsonNode json = CallJson.mapper().readTree(file.toFile());
    assertThat(json.get("missing_recordings").asInt()).isEqualTo(1);
    assertThat(json.get("missing_recording_ids").get(0).asText()).isEqualTo("c9");
    assertThat(json.get("started_at").asText()).isEqualTo("2026-10-05T10:00:00Z");
  }

  @Test
  void anErasedCallIsKnownByIdAndByAudioButNotNamed() throws Exception {
    Tombstones tombstones = new Tombstones(folder());
    tombstones.add("call-77", SHA, DAY);
    tombstones.add("call-78", "c".repeat(64), DAY);
    Tombstones.Erased erased = tombstones.load();
    assertThat(erased.containsCall("call-77")).isTrue();
    assertThat(erased.containsAudio(SHA)).isTrue();
    assertThat(erased.contains("call-78", SHA)).isTrue();
    assertThat(erased.contains("call-79", "d".repeat(64))).isFalse();
    assertThat(dir.resolve("erased.jsonl")).content().doesNotContain("call-77").doesNotContain(SHA);
  }

  @Test
  void aHalfWrittenTombstoneIsReplacedByTheNext() throws Exception {
    Tombstones tombstones = new Tombstones(folder());
    tombstones.add("c1", SHA, DAY);
    Path file = dir.resolve("erased.jsonl");
    Files.writeString(file, Files.readString(file) + "{\"call\":\"ab");
    assertThat(tombstones.load().containsCall("c1")).isTrue();
    tombstones.add("c2", SHA, DAY);
    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(tombstones.load().containsCall("c2")).isTrue();
  }

  @Test
  void aBrokenTombstoneStopsEverything() throws Exception {
    Files.writeString(dir.resolve("erased.jsonl"), "{}garbage\n{\"call\":\n");
    assertThatThrownBy(() -> new Tombstones(folder()).load())
        .hasMessageContaining("erased.jsonl line 1");
  }

  @Test
  void erasureLeavesNoTraceOfTheCallButItsTombstone() throws Exception {
    Path gone = new CallStore(folder()).write(Records.of("c1001", "2026-10-05T10:00:00Z", 2));
    Path stays = new CallStore(folder()).write(Records.of("c2", "2026-10-06T10:00:00Z", 2));
    new RunReports(folder()).write(report("r1", 2, List.of("c1001", "c3")));
    new Quarantine(folder())
        .put(
            "/other/take.wav",
            SHA,
            "catalogue",
            Quarantine.CALL_ID_CONFLICT,
            Quarantine.conflictOf("c1001") + "belongs to other audio");
    CallLedger.Entry entry = CallLedger.load(folder()).byCallId("c1001").orElseThrow();

    new Erasure(folder()).erase(entry, DAY);

    assertThat(gone.getParent()).doesNotExist();
    assertThat(stays).exists();
    assertThat(new RunReports(folder()).latest().orElseThrow().missingRecordingIds())
        .containsExactly("c3");
    try (var files = Files.walk(dir)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file).content().doesNotContain("c1001");
        assertThat(file.toString()).doesNotContain("c1001");
      }
    }
    assertThat(new Tombstones(folder()).load().containsCall("c1001")).isTrue();
  }

  @Test
  void leftoversGoButNotWhatTheWorkbenchIsWriting() throws Exception {
    Path day = Files.createDirectories(dir.resolve("calls/2026-10-05"));
    Path workbench = Files.createDirectories(dir.resolve("workbench"));
    Path record = Files.writeString(day.resolve("c.json"), "{}");
    Path left = Files.writeString(day.resolve(AtomicFiles.TEMPORARY + "1"), "");
    Path fresh = Files.writeString(workbench.resolve(AtomicFiles.TEMPORARY + "2"), "");
    Path old = Files.writeString(workbench.resolve(AtomicFiles.TEMPORARY + "3"), "");
    Files.setLastModifiedTime(
        old, FileTime.from(Instant.now().minus(Leftovers.OLD).minusSeconds(60)));
    try (WriterLock lock = WriterLock.acquire(folder(), "run")) {
      assertThat(Leftovers.clear(lock)).isEqualTo(2);
    }
    assertThat(left).doesNotExist();
    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
    assertThat(record).exists();
  }
}
