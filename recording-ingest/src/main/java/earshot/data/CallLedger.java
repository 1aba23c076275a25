package earshot.data;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the data folder holds already: the heads of all call records. Immutable and thread-safe.
 *
 * <p>{@link #load} reads no transcripts, so that a run over ten thousand known calls starts within
 * seconds.
 */
public final class CallLedger {
  private final Map<String, Entry> byCallId = new LinkedHashMap<>();
  private final Map<String, Entry> bySha256 = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private CallLedger() {}

  /**
   * One call record, by its head.
   *
   * @param uri the recording was read from
   * @param file absolute, or as the data folder was given
   * @param bytes size of the file; with {@code modified} it tells whether the record has changed
   * @param date of the call in its own zone
   * @param model that recognised it; null for a transcript that people wrote
   */
  public record Entry(
      String callId,
      String sha256,
      String uri,
      Path file,
      long bytes,
      Instant modified,
      LocalDate date,
      String language,
      @Nullable String model)
      implements Head {}

  /** A file among the records that is none, or the second one of a call. */
  public record Problem(Path file, String message) implements Head {}

  private sealed interface Head permits Entry, Problem {}

  /** Reads the heads of all records. Unreadable ones become {@link #problems()}. */
  public static CallLedger load(DataFolder folder) throws IOException {
    List<Path> files = new CallStore(folder).files();
    List<Head> heads = files.parallelStream().map(CallLedger::head).toList();
    CallLedger ledger = new CallLedger();
    for (Head head : heads) {
      if (head instanceof Entry entry) {
        ledger.add(entry);
      } else if (head instanceof Problem problem) {
        ledger.problems.add(problem);
      }
    }
    return ledger;
  }

  /** A ledger of these entries; of two with one call id the first counts. */
  public static CallLedger of(Collection<Entry> entries) {
    CallLedger ledger = new CallLedger();
    entries.forEach(ledger::add);
    return ledger;
  }

  private static Head head(Path file) {
    try {
      return RecordHead.read(file);
    } catch (IOException e) {
      return new Problem(file, FileTrouble.words(e));
    }
  }

  private void add(Entry entry) {
    Entry known = byCallId.putIfAbsent(entry.callId(), entry);
    if (known != null) {
      problems.add(
          new Problem(
              entry.file(),
              entry.file() + " holds call " + entry.callId() + " again: see " + known.file()));
      return;
    }
    bySha256.putIfAbsent(entry.sha256(), entry);
  }

  public Optional<Entry> byCallId(String callId) {
    return Optional.ofNullable(byCallId.get(callId));
  }

  /** The call made from these bytes. */
  public Optional<Entry> bySha256(String sha256) {
    return Optional.ofNullable(bySha256.get(sha256));
  }

  /** All calls, ordered by day and file name. */
  public Collection<Entry> entries() {
    return Collections.unmodifiableCollection(byCallId.values());
  }

  public int size() {
    return byCallId.size();
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }
}
