/** Recordings as samples: one streaming reader a format, chosen by content. */
@NullMarked
package earshot.audio;

import org.jspecify.annotations.NullMarked;
