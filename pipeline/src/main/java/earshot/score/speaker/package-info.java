/** Tells agent from customer: where one channel holds both, and where channels may be exchanged. */
@NullMarked
package earshot.score.speaker;

import org.jspecify.annotations.NullMarked;
