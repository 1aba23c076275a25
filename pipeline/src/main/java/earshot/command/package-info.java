/** One class a command of the {@code earshot} launcher. */
@NullMarked
package earshot.command;

import org.jspecify.annotations.NullMarked;
