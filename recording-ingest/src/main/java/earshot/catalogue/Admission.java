package earshot.catalogue;

import earshot.data.CallLedger;
import earshot.data.Quarantine;
import earshot.data.QuarantineEntry;
import earshot.data.Tombstones;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what happens to every file of a run. Pure: the same files over the same data folder give
 * the same decisions, in whatever order the files were found. Immutable.
 *
 * <p>Of files with the same bytes one stands for all: the first by URI, one with usable metadata
 * before one without. Of different audio under one call id the first by URI becomes the call,
 * unless the data folder has that call already; recordings that failed before by themselves come
 * last, so that a good copy gets its turn on {@code --retry}.
 */
public final class Admission {
  private static final Comparator<Inspection> REPRESENTATIVE_FIRST =
      Comparator.<Inspection, Boolean>comparing(i -> i instanceof Inspection.Failed)
          .thenComparing(Inspection::uri);

  private final CallLedger ledger;
  private final Tombstones.Erased erased;
  private final Map<String, QuarantineEntry> quarantine;
  private final boolean retry;

  /**
   * @param quarantine all entries by key, see {@link Quarantine#all}
   * @param retry whether the quarantined are tried again
   */
  public Admission(
      CallLedger ledger,
      Tombstones.Erased erased,
      Map<String, QuarantineEntry> quarantine,
      boolean retry) {
    this.ledger = ledger;
    this.erased = erased;
    this.quarantine = Map.copyOf(quarantine);
    this.retry = retry;
  }

  /**
   * Decides for all files of a run.
   *
   * @return exactly one decision a file, ordered by URI
   */
  public List<Decision> decide(Collection<Inspection> files) {
    List<Decision> decisions = new ArrayList<>(files.size());
    Map<String, String> standsFor = new HashMap<>();
    Map<String, List<Recording>> byCallId = new LinkedHashMap<>();
    for (Inspection file : files.stream().sorted(REPRESENTATIVE_FIRST).toList()) {
      Optional<Decision> known = erasedOrDone(file);
      if (known.isEmpty()) {
        String first = standsFor.putIfAbsent(Quarantine.key(file.uri(), file.sha256()), file.uri());
        known =
            first == null
                ? failed(file)
                : Optional.of(
                    new Decision.Skip(
                        file.uri(), Decision.Why.SAME_AUDIO, "the same bytes as " + first));
      }
      known.ifPresent(decisions::add);
      if (known.isEmpty() && file instanceof Inspection.Ready ready) {
        byCallId
            .computeIfAbsent(ready.recording().callId(), id -> new ArrayList<>())
            .add(ready.recording());
      }
    }
    byCallId.values().forEach(recordings -> decisions.addAll(ofOneCall(recordings)));
    decisions.sort(Comparator.comparing(Decision::uri));
    return decisions;
  }

  private Optional<Decision> erasedOrDone(Inspection file) {
    String sha256 = file.sha256();
    boolean gone =
        (sha256 != null && erased.containsAudio(sha256))
            || (file instanceof Inspection.Ready ready
                && erased.containsCall(ready.recording().callId()));
    if (gone) {
      return Optional.of(new Decision.Skip(file.uri(), Decision.Why.ERASED, "the call was erased"));
    }
    return Optional.ofNullable(sha256)
        .flatMap(ledger::bySha256)
        .map(
            call ->
                new Decision.Skip(file.uri(), Decision.Why.DONE, "done as call " + call.callId()));
  }

  private Optional<Decision> failed(Inspection file) {
    QuarantineEntry before = before(file.uri(), file.sha256());
    if (before != null && !retry) {
      return Optional.of(
          new Decision.Quarantined(
              file.uri(), file.sha256(), before.stage(), before.reason(), before.message(), true));
    }
    return file instanceof Inspection.Failed failed
        ? Optional.of(
            new Decision.Quarantined(
                failed.uri(),
                failed.sha256(),
                failed.stage(),
                failed.reason(),
                failed.message(),
                false))
        : Optional.empty();
  }

  private @Nullable QuarantineEntry before(String uri, @Nullable String sha256) {
    QuarantineEntry byBytes = sha256 == null ? null : quarantine.get(sha256);
    return byBytes != null ? byBytes : quarantine.get(Quarantine.key(uri, null));
  }

  /** Recordings with one call id and different bytes, none of them done. */
  private List<Decision> ofOneCall(List<Recording> recordings) {
    Optional<CallLedger.Entry> known = ledger.byCallId(recordings.get(0).callId());
    List<Recording> ordered =
        recordings.stream()
            .sorted(
                Comparator.<Recording, Boolean>comparing(this::failedByItself)
                    .thenComparing(Recording::uri))
            .toList();
    List<Decision> decisions = new ArrayList<>();
    for (Recording recording : ordered) {
      if (known.isEmpty() && decisions.isEmpty()) {
        decisions.add(new Decision.Admit(recording));
      } else {
        String owner = known.map(CallLedger.Entry::uri).orElse(ordered.get(0).uri());
        decisions.add(conflict(recording, owner));
      }
    }
    return decisions;
  }

  private boolean failedByItself(Recording recording) {
    QuarantineEntry before = before(recording.uri(), recording.sha256());
    return before != null && !Quarantine.CALL_ID_CONFLICT.equals(before.reason());
  }

  private static Decision conflict(Recording recording, String owner) {
    return new Decision.Quarantined(
        recording.uri(),
        recording.sha256(),
        "catalogue",
        Quarantine.CALL_ID_CONFLICT,
        Quarantine.conflictOf(recording.callId())
            + "belongs to other audio, "
            + owner
            + "; give this recording its own id, or erase that call",
        false);
  }
}
