package earshot.catalogue;

import earshot.call.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * A recording to process: a descriptor, never audio.
 *
 * @param uri where to read it
 * @param callId from the metadata, else from the SHA-256
 * @param sha256 of the file's bytes, lower-case hex
 * @param bytes size of the file
 * @param metadata joined from sidecar and CDR row
 * @param agentChannel 0-based channel of the agent on a stereo recording; null when not told
 * @param seconds length of the call as the metadata tells it; null when not told. Audio knows its
 *     own length; a transcript ends there
 * @param channels of the recording as the metadata tells it; null when not told. Audio knows its
 *     own; a transcript of one channel cannot tell who spoke over whom
 */
public record Recording(
    String uri,
    String callId,
    String sha256,
    long bytes,
    Metadata metadata,
    @Nullable Integer agentChannel,
    @Nullable Double seconds,
    @Nullable Integer channels) {

  public Recording(
      String uri,
      String callId,
      String sha256,
      long bytes,
      Metadata metadata,
      @Nullable Integer agentChannel) {
    this(uri, callId, sha256, bytes, metadata, agentChannel, null, null);
  }
}
