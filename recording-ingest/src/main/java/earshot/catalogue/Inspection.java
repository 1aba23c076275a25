package earshot.catalogue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
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
      implements Inspection {}
}
