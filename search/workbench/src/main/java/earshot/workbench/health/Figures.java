package earshot.workbench.health;

import earshot.data.DataFolder;
import earshot.workbench.web.AccessLog;
import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a monitor reads. Labels are routes and status codes, never ids or words. Thread-safe. */
public final class Figures implements RequestLogger {
  private static final Duration[] STEPS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Timer searches =
      Timer.builder("earshot.search")
          .description("Searches, by page, export and interface")
          .serviceLevelObjectives(STEPS)
          .register(registry);

  public Figures(DataFolder folder) {
    Gauge.builder("earshot.index.age.seconds", () -> ageSeconds(folder.index()))
        .description("Seconds since the last commit of the index; NaN without one")
        .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
  }

  @Override
  public void handle(Context http, Float ms) {
    Timer.builder("earshot.http.requests")
        .description("Answers, by route and status")
        .tag("method", http.method().name())
        .tag("route", AccessLog.route(http))
        .tag("status", String.valueOf(http.statusCode()))
        .serviceLevelObjectives(STEPS)
        .register(registry)
        .record((long) (ms * 1000), TimeUnit.MICROSECONDS);
  }

  /** How long searches take. */
  public Timer searches() {
    return searches;
  }

  /** The Prometheus text format. */
  String text() {
    return registry.scrape();
  }

  private static double ageSeconds(Path index) {
    try (Stream<Path> files = Files.list(index)) {
      Instant newest = Instant.EPOCH;
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("segments_")).toList()) {
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        newest = modified.isAfter(newest) ? modified : newest;
      }
      return newest.equals(Instant.EPOCH)
          ? Double.NaN
          : Duration.between(newest, Instant.now()).toMillis() / 1000.0;
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
