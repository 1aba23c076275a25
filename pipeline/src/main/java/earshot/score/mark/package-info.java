/** What people said of places that a rule found: kept beside the calls, never made again. */
@NullMarked
package earshot.score.mark;

import org.jspecify.annotations.NullMarked;
