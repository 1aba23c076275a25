/**
 * The statistics behind every figure that is shown: intervals, agreement, and when n is too small.
 */
@NullMarked
package earshot.stats;

import org.jspecify.annotations.NullMarked;
