package earshot.workbench.alert;

import java.time.Instant;

/**
 * A new call that a saved search found.
 *
 * @param search title of the search
 * @param atSeconds where its first find begins, seconds from the start of the audio; negative when
 *     it found the call by its fields only
 * @param read whether its owner has seen it
 */
public record Alert(
    long id,
    long searchId,
    String search,
    String callId,
    double atSeconds,
    Instant raisedAt,
    boolean read) {}
