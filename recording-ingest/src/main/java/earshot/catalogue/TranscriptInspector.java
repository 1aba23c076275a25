package earshot.catalogue;

import earshot.metadata.CallList;
import earshot.metadata.JoinedMetadata;
import earshot.metadata.MetadataException;
import earshot.metadata.MetadataJoin;
import earshot.metadata.MetadataOptions;
import earshot.metadata.MetadataReader;
import earshot.metadata.SourceMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at one transcript: reads it whole, joins its metadata, and keeps a descriptor only.
 * Thread-safe.
 */
public final class TranscriptInspector {
  private final MetadataReader reader;
  private final CallList calls;
  private final MetadataOptions options;

  /**
   * @param calls sidecars and rows, found by call id
   */
  public TranscriptInspector(MetadataReader reader, CallList calls, MetadataOptions options) {
    this.reader = reader;
    this.calls = calls;
    this.options = options;
  }

  /**
   * Inspects a transcript.
   *
   * @param modified time of the file, which stands in where no source has a start time
   */
  public Inspection inspect(String uri, Instant modified, ByteSource file) {
    byte[] bytes;
    try (InputStream in = file.open()) {
      bytes = in.readNBytes(TranscriptFile.MAX_BYTES + 1);
    } catch (IOException e) {
      return Inspection.Failed.unreadable(uri, e);
    }
    if (bytes.length > TranscriptFile.MAX_BYTES) {
      return new Inspection.Failed(
          uri,
          null,
          "transcript",
          "too_large",
          uri + ": expected at most " + TranscriptFile.MAX_BYTES + " bytes, found more");
    }
    Fingerprint fingerprint = Fingerprint.of(bytes);
    try {
      TranscriptFile transcript = TranscriptFile.read(bytes, AudioFiles.fileName(uri), reader);
      return ready(uri, modified, transcript);
    } catch (TranscriptException e) {
      return Inspection.Failed.in(
          uri, fingerprint.sha256(), "transcript", e.reason(), String.valueOf(e.getMessage()));
    } catch (MetadataException e) {
      return Inspection.Failed.in(
          uri, fingerprint.sha256(), "metadata", e.reason(), String.valueOf(e.getMessage()));
    }
  }

  private Inspection ready(String uri, Instant modified, TranscriptFile transcript)
      throws MetadataException {
    String callId = transcript.callId().orElse(null);
    List<SourceMetadata> sources = new ArrayList<>();
    calls.sidecar(callId).ifPresent(sources::add);
    calls.row(callId, transcript.name()).ifPresent(sources::add);
    sources.add(transcript.metadata());
    JoinedMetadata joined = new MetadataJoin(sources).join(modified, options);
    Fingerprint fingerprint = transcript.fingerprint();
    return new Inspection.Ready(
        new Recording(
            uri,
            CallIds.of(joined.callId(), fingerprint.sha256()),
            fingerprint.sha256(),
            fingerprint.bytes(),
            joined.metadata(),
            null,
            joined.seconds(),
            joined.channels()),
        joined.zoneAssumed(),
        modified.toEpochMilli());
  }
}
