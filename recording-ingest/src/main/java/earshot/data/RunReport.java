package earshot.data;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What one run did. {@code discovered = ok + quarantined + skipped}, always.
 *
 * @param runId sorts by time, see {@link #newId}
 * @param command such as {@code run} or {@code score}
 * @param discovered recordings or transcripts found, bad ones too
 * @param ok became a call in this run
 * @param quarantined in this run, or before and not tried again
 * @param skipped done before, erased, or the same bytes as another one
 * @param missingRecordings calls of the call list without a recording
 * @param missingRecordingIds their ids, as the call list gives them
 * @param quarantineReasons how many recordings were quarantined, by reason code
 * @param settings that shaped the result, such as {@code language}
 * @param versions of the program, models and forms
 * @param timings seconds by stage, summed over workers
 */
public record RunReport(
    String runId,
    String command,
    Instant startedAt,
    Instant finishedAt,
    int discovered,
    int ok,
    int quarantined,
    int skipped,
    int missingRecordings,
    List<String> missingRecordingIds,
    Map<String, Integer> quarantineReasons,
    Map<String, String> settings,
    Map<String, String> versions,
    Map<String, Double> timings) {

  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  public RunReport {
    if (ok < 0 || quarantined < 0 || skipped < 0 || discovered != ok + quarantined + skipped) {
      throw new IllegalArgumentException(
          "run %s: discovered %d must be ok %d + quarantined %d + skipped %d"
              .formatted(runId, discovered, ok, quarantined, skipped));
    }
    if (missingRecordings != missingRecordingIds.size()) {
      throw new IllegalArgumentException(
          "run %s: %d missing recordings, but %d ids"
              .formatted(runId, missingRecordings, missingRecordingIds.size()));
    }
    if (finishedAt.isBefore(startedAt)) {
      throw new IllegalArgumentException(
          "run " + runId + " must not finish before it starts: " + startedAt + ", " + finishedAt);
    }
    missingRecordingIds = List.copyOf(missingRecordingIds);
    quarantineReasons = sorted(quarantineReasons);
    settings = sorted(settings);
    versions = sorted(versions);
    timings = sorted(timings);
  }

  private static <V> Map<String, V> sorted(Map<String, V> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }

  /** An id for a run that starts now: UTC time to the millisecond and a few random digits. */
  public static String newId(Instant now) {
    return ID_TIME.format(now)
        + "-"
        + String.format(Locale.ROOT, "%04x", ThreadLocalRandom.current().nextInt(0x10000));
  }

  RunReport withMissing(List<String> ids) {
    return new RunReport(
        runId,
        command,
        startedAt,
        finishedAt,
        discovered,
        ok,
        quarantined,
        skipped,
        ids.size(),
        ids,
        quarantineReasons,
        settings,
        versions,
        timings);
  }
}
