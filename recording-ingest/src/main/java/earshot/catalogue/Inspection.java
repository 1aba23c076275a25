package earshot.catalogue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import earshot.data.FileTrouble;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What became of looking at one file: a recording to process, or why there is none. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Inspection.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = Inspection.Failed.class, name = "failed")
})
public sealed interface Inspection {
  String uri();

  /** Of the file's bytes; null when they could not be read. */
  @Nullable String sha256();

  /**
   * A recording or transcript with everything needed to process it.
   *
   * @param zoneAssumed whether its start time had no offset and the configured zone stood in
   * @param modifiedMs last modification of the file, epoch milliseconds
   */
  record Ready(Recording recording, boolean zoneAssumed, long modifiedMs) implements Inspection {
    @Override
    public String uri() {
      return recording.uri();
    }

    @Override
    public String sha256() {
      return recording.sha256();
    }
  }

  /**
   * A file to quarantine.
   *
   * @param stage {@code catalogue}, {@code metadata} or {@code transcript}
   * @param reason short snake_case code
   * @param message what was expected, what was found
   */
  record Failed(String uri, @Nullable String sha256, String stage, String reason, String message)
      implements Inspection {

    /**
     * A failure of what was read from the file or beside it.
     *
     * @param problem may begin with the file's own name, which is not said twice
     */
    static Failed in(
        String uri, @Nullable String sha256, String stage, String reason, String problem) {
      String name = AudioFiles.fileName(uri);
      boolean named = problem.startsWith(name + ":") || problem.startsWith(name + " ");
      String message = named ? uri + problem.substring(name.length()) : uri + ": " + problem;
      return new Failed(uri, sha256, stage, reason, message);
    }

    /** A failure to read the file at all. */
    static Failed unreadable(String uri, IOException reason) {
      String message = uri + " cannot be read: " + FileTrouble.reason(reason);
      return new Failed(uri, null, "catalogue", "unreadable", message);
    }
  }
}
