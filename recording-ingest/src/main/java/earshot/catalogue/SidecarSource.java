package earshot.catalogue;

/**
 * A recorder's sidecar, not read yet.
 *
 * @param uri for messages
 */
public record SidecarSource(String uri, ByteSource bytes) {}
