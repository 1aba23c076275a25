package earshot.pipeline;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked to do; handed to every worker, so all of it is plain text and numbers.
 *
 * @param command {@code run} or {@code score}, for the writer's lock and the run report
 * @param runId of the run report
 * @param startedAt ISO-8601 instant
 * @param data the data folder
 * @param inputs files, folders, globs or URIs
 * @param metadata call lists (CSV), and for {@code score} also sidecars or folders of them
 * @param language of calls whose metadata names none
 * @param model name or folder of the recognition model; null for the one that ships
 * @param workers how many calls are worked on at a time, and recognizers used
 * @param retry whether quarantined recordings are tried again
 * @param zone id of the zone for times without one; null for the machine's
 */
public record RunSettings(
    String command,
    String runId,
    String startedAt,
    String data,
    List<String> inputs,
    List<String> metadata,
    String language,
    @Nullable String model,
    int workers,
    boolean retry,
    @Nullable String zone)
    implements Serializable {
  public RunSettings {
    inputs = List.copyOf(inputs);
    metadata = List.copyOf(metadata);
    if (workers < 1) {
      throw new IllegalArgumentException("--workers must be 1 or more, is " + workers);
    }
  }

  /** The data folder as a path. */
  public Path dataPath() {
    return Path.of(data);
  }
}
