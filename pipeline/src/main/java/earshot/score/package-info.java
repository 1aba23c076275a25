/** Answers the questions of the checklists, with evidence, and finds the facts of a call. */
@NullMarked
package earshot.score;

import org.jspecify.annotations.NullMarked;
