/** Figures of teams and agents for those who lead them, from the tables, with the calls behind. */
@NullMarked
package earshot.workbench.team;

import org.jspecify.annotations.NullMarked;
