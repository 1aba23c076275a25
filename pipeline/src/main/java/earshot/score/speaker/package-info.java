/** Tells agent from customer where one channel holds both. */
@NullMarked
package earshot.score.speaker;

import org.jspecify.annotations.NullMarked;
