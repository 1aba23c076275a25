/**
 * How each question is answered: rules over phrases, and named checks for what rules cannot say.
 */
@NullMarked
package earshot.score.check;

import org.jspecify.annotations.NullMarked;
