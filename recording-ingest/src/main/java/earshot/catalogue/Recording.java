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
 */
public record Recording(
    String uri,
    String callId,
    String sha256,
    long bytes,
    Metadata metadata,
    @Nullable Integer agentChannel) {}
