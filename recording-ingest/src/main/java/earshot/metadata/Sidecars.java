package earshot.metadata;

import java.util.List;

/** Where a recorder puts the sidecar of a recording. */
public final class Sidecars {
  /** A larger file is no sidecar. */
  public static final int MAX_BYTES = 1 << 24;

  private Sidecars() {}

  /** The URIs to look at, most specific first: {@code x.wav.json}, then {@code x.json}. */
  public static List<String> candidates(String recordingUri) {
    int slash = Math.max(recordingUri.lastIndexOf('/'), recordingUri.lastIndexOf('\\'));
    int dot = recordingUri.lastIndexOf('.');
    String base = dot > slash + 1 ? recordingUri.substring(0, dot) : recordingUri;
    return List.of(recordingUri + ".json", base + ".json");
  }
}
