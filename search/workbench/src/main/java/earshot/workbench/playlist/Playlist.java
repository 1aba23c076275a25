package earshot.workbench.playlist;

import java.time.Instant;

/**
 * A list of clips.
 *
 * @param title the last one it was given
 * @param ownerId account that made it; {@code by} is its name
 */
record Playlist(long id, String title, long ownerId, String by, Instant madeAt) {
  /** Longest title, as the database holds it. */
  static final int LONGEST_TITLE = 400;
}
