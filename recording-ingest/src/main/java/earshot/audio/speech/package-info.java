/** Where somebody speaks on a channel, where music plays, and how loud it is. */
@NullMarked
package earshot.audio.speech;

import org.jspecify.annotations.NullMarked;
