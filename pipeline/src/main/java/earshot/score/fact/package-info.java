/** What happened on a call: complaint, holds, handovers, its end, names, outcome. */
@NullMarked
package earshot.score.fact;

import org.jspecify.annotations.NullMarked;
