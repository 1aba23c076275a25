package earshot.pipeline;

import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.metrics.MetricsFilter;

/**
 * The run's counters. They relate as follows once a run has ended:
 *
 * <ul>
 *   <li>{@code discovered = ok + quarantined + skipped}
 *   <li>{@code to_process <= discovered}; it lacks what was decided at admission
 *   <li>{@code bytes_done <= bytes_to_process}, equal at the end
 * </ul>
 */
final class Counters {
  private static final String NAMESPACE = "earshot";

  static final String DISCOVERED = "discovered";
  static final String OK = "ok";
  static final String QUARANTINED = "quarantined";
  static final String SKIPPED = "skipped";
  static final String TO_PROCESS = "to_process";
  static final String PROCESSED = "processed";
  static final String BYTES_TO_PROCESS = "bytes_to_process";
  static final String BYTES_DONE = "bytes_done";
  static final String AUDIO_MS_DONE = "audio_ms_done";

  private Counters() {}

  static Counter of(String name) {
    return Metrics.counter(NAMESPACE, name);
  }

  /** Counts an outcome under its kind. */
  static void count(Outcome outcome) {
    of(switch (outcome.kind()) {
          case OK -> OK;
          case QUARANTINED -> QUARANTINED;
          case SKIPPED -> SKIPPED;
        })
        .inc();
  }

  /** What the counters say now, summed over all transforms. */
  static Map<String, Long> read(PipelineResult result) {
    Map<String, Long> values = new HashMap<>();
    MetricsFilter ours =
        MetricsFilter.builder().addNameFilter(MetricNameFilter.inNamespace(NAMESPACE)).build();
    for (MetricResult<Long> counter : result.metrics().queryMetrics(ours).getCounters()) {
      values.merge(counter.getName().getName(), counter.getAttempted(), Long::sum);
    }
    return values;
  }

  static Progress progress(Map<String, Long> values, double elapsedSeconds) {
    return new Progress(
        values.getOrDefault(TO_PROCESS, 0L),
        values.getOrDefault(PROCESSED, 0L),
        values.getOrDefault(BYTES_TO_PROCESS, 0L),
        values.getOrDefault(BYTES_DONE, 0L),
        values.getOrDefault(AUDIO_MS_DONE, 0L) / 1000.0,
        elapsedSeconds);
  }
}
