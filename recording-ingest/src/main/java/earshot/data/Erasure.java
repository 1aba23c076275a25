package earshot.data;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Erases calls from what this package keeps: call record, quarantine, run reports, the published
 * answers of people, the hash of its file. Index and tables are made again without it; other places
 * are {@link CallTraces}.
 *
 * <p>The tombstone is on disk before anything is deleted: an erasure that was interrupted can be
 * repeated, and no run brings the call back in between.
 */
public final class Erasure {
  private final DataFolder data;
  private final Tombstones tombstones;
  private final Quarantine quarantine;
  private final RunReports reports;

  public Erasure(DataFolder data) {
    this.data = data;
    this.tombstones = new Tombstones(data);
    this.quarantine = new Quarantine(data);
    this.reports = new RunReports(data);
  }

  /** Erases one call. The caller holds the {@link WriterLock}. */
  public void erase(CallLedger.Entry call, LocalDate today) throws IOException {
    tombstones.add(call.callId(), call.sha256(), today);
    quarantine.remove(call.uri(), call.sha256());
    quarantine.removeConflicts(call.callId());
    reports.forget(call.callId());
    PersonAnswers.publish(data, call.callId(), List.of());
    FileHashes.load(data).without(call.sha256()).save(data);
    Path day = call.file().toAbsolutePath().resolveSibling("");
    if (Files.deleteIfExists(call.file())) {
      AtomicFiles.syncFolder(day);
    }
    deleteIfEmpty(day);
  }

  private static void deleteIfEmpty(Path day) throws IOException {
    try {
      Files.deleteIfExists(day);
    } catch (DirectoryNotEmptyException e) {
      // Other calls of that day stay.
    }
  }
}
