package earshot.workbench.review;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A change of a record that somebody asked for.
 *
 * @param outcome null while it is to be done
 */
record Change(
    long id,
    String callId,
    Wanted wanted,
    String comment,
    String by,
    Instant at,
    @Nullable String outcome) {

  boolean redacts() {
    return wanted instanceof Wanted.Redact;
  }

  boolean waits() {
    return outcome == null;
  }

  /** The changes among these that were taken back, by id. */
  static Set<Long> takenBack(List<Change> changes) {
    return changes.stream()
        .map(Change::wanted)
        .filter(Wanted.TakeBack.class::isInstance)
        .map(wanted -> ((Wanted.TakeBack) wanted).change())
        .collect(Collectors.toSet());
  }
}
