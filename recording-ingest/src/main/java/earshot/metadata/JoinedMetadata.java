package earshot.metadata;

import earshot.call.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * What all sources together say about a call.
 *
 * @param callId null when no source has one
 * @param agentChannel 0-based; null when not told, or when both parties share a channel
 * @param seconds length of the call; null when not told
 * @param channels how many the recording has; null when not told
 * @param zoneAssumed whether the start time had no offset and the configured zone stood in
 */
public record JoinedMetadata(
    @Nullable String callId,
    Metadata metadata,
    @Nullable Integer agentChannel,
    @Nullable Double seconds,
    @Nullable Integer channels,
    boolean zoneAssumed) {}
