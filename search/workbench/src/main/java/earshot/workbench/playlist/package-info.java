/** Playlists of clips to learn from: redacted copies of parts of calls, good and contrasting. */
@NullMarked
package earshot.workbench.playlist;

import org.jspecify.annotations.NullMarked;
