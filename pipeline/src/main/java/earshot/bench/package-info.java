/** Draws places that a rule finds, for a person to mark: how far a rule can be believed. */
@NullMarked
package earshot.bench;

import org.jspecify.annotations.NullMarked;
