/**
 * The call record and its parts: what the data folder holds of one call.
 *
 * <p>All values are immutable. Times are seconds from the start of the audio, as in the JSON.
 */
@NullMarked
package earshot.call;

import org.jspecify.annotations.NullMarked;
