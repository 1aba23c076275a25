package earshot.catalogue;

import earshot.data.FileTrouble;
import earshot.metadata.CallList;
import earshot.metadata.Field;
import earshot.metadata.JoinedMetadata;
import earshot.metadata.MetadataException;
import earshot.metadata.MetadataJoin;
import earshot.metadata.MetadataOptions;
import earshot.metadata.MetadataReader;
import earshot.metadata.Sidecars;
import earshot.metadata.SourceMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one recording: reads all its bytes once for the SHA-256 unless that is known, none of
 * its audio, and joins its metadata. Thread-safe.
 */
public final class RecordingInspector {
  private final MetadataReader reader;
  private final CallList calls;
  private final MetadataOptions options;

  public RecordingInspector(MetadataReader reader, CallList calls, MetadataOptions options) {
    this.reader = reader;
    this.calls = calls;
    this.options = options;
  }

  /**
   * Inspects a recording.
   *
   * @param modified time of the file, which stands in where no source has a start time
   * @param known what the bytes were when this unchanged file was read before; null to read them
   * @param sidecar beside the recording, see {@link Sidecars}; null without one
   */
  public Inspection inspect(
      String uri,
      Instant modified,
      ByteSource audio,
      @Nullable Fingerprint known,
      @Nullable SidecarSource sidecar) {
    Fingerprint fingerprint;
    try {
      fingerprint = known == null ? read(audio) : known;
    } catch (IOException e) {
      return Inspection.Failed.unreadable(uri, e);
    }
    try {
      List<SourceMetadata> sources = sources(uri, sidecar);
      JoinedMetadata joined = new MetadataJoin(sources).join(modified, options);
      return new Inspection.Ready(
          new Recording(
              uri,
              CallIds.of(joined.callId(), fingerprint.sha256()),
              fingerprint.sha256(),
              fingerprint.bytes(),
              joined.metadata(),
              joined.agentChannel(),
              joined.seconds(),
              joined.channels()),
          joined.zoneAssumed(),
          modified.toEpochMilli());
    } catch (MetadataException e) {
      return Inspection.Failed.in(
          uri, fingerprint.sha256(), "metadata", e.reason(), String.valueOf(e.getMessage()));
    }
  }

  private static Fingerprint read(ByteSource audio) throws IOException {
    try (InputStream in = audio.open()) {
      return Fingerprint.of(in);
    }
  }

  private List<SourceMetadata> sources(String uri, @Nullable SidecarSource sidecar)
      throws MetadataException {
    List<SourceMetadata> sources = new ArrayList<>();
    String callId = null;
    if (sidecar != null) {
      SourceMetadata beside = reader.sidecar(bytes(sidecar), AudioFiles.fileName(sidecar.uri()));
      callId = beside.text(Field.CALL_ID).orElse(null);
      sources.add(beside);
    }
    SourceMetadata row = calls.row(callId, AudioFiles.fileName(uri)).orElse(null);
    if (callId == null && row != null) {
      callId = row.text(Field.CALL_ID).orElse(null);
    }
    calls.sidecar(callId).ifPresent(sources::add);
    if (row != null) {
      sources.add(row);
    }
    return sources;
  }

  private static byte[] bytes(SidecarSource sidecar) throws MetadataException {
    try (InputStream in = sidecar.bytes().open()) {
      byte[] bytes = in.readNBytes(Sidecars.MAX_BYTES + 1);
      if (bytes.length > Sidecars.MAX_BYTES) {
        throw new MetadataException(
            "bad_json",
            sidecar.uri() + " has more than " + Sidecars.MAX_BYTES + " bytes: no sidecar");
      }
      return bytes;
    } catch (MetadataException e) {
      throw e;
    } catch (IOException e) {
      throw new MetadataException(
          "unreadable", sidecar.uri() + " cannot be read: " + FileTrouble.reason(e));
    }
  }
}
