package earshot.catalogue;

import earshot.call.Metadata;
import earshot.data.CallLedger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Values to test with. */
final class Samples {
  private static final Metadata METADATA =
      new Metadata(
          OffsetDateTime.parse("2026-10-05T10:00:00Z"),
          "metadata",
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          "en");

  private Samples() {}

  static Inspection ready(String uri, String callId, String sha256) {
    return new Inspection.Ready(new Recording(uri, callId, sha256, 1, METADATA, null), false, 0);
  }

  static Inspection failed(String uri, @Nullable String sha256) {
    return new Inspection.Failed(uri, sha256, "metadata", "bad_time", "what was wrong");
  }

  static CallLedger.Entry entry(String callId, String sha256) {
    return new CallLedger.Entry(
        callId,
        sha256,
        "/old/" + callId + ".wav",
        Path.of(callId + ".json"),
        1,
        Instant.EPOCH,
        LocalDate.EPOCH,
        "en",
        null);
  }
}
