package earshot.pipeline;

import java.util.Map;
import java.util.TreeMap;

/**
 * Outcomes, counted.
 *
 * @param quarantineReasons how many by reason code
 */
record RunCounts(
    int ok,
    int quarantined,
    int skipped,
    double audioSeconds,
    Map<String, Integer> quarantineReasons) {
  static final RunCounts NONE = new RunCounts(0, 0, 0, 0, Map.of());

  RunCounts {
    quarantineReasons = new TreeMap<>(quarantineReasons);
  }

  int discovered() {
    return ok + quarantined + skipped;
  }

  static RunCounts of(Outcome outcome) {
    return switch (outcome.kind()) {
      case OK -> new RunCounts(1, 0, 0, outcome.audioSeconds(), Map.of());
      case QUARANTINED -> new RunCounts(0, 1, 0, 0, Map.of(outcome.reason(), 1));
      case SKIPPED -> new RunCounts(0, 0, 1, 0, Map.of());
    };
  }

  RunCounts plus(RunCounts other) {
    Map<String, Integer> reasons = new TreeMap<>(quarantineReasons);
    other.quarantineReasons.forEach((reason, n) -> reasons.merge(reason, n, Integer::sum));
    return new RunCounts(
        ok + other.ok,
        quarantined + other.quarantined,
        skipped + other.skipped,
        audioSeconds + other.audioSeconds,
        reasons);
  }
}
