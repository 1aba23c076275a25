/** Whether the workbench runs, and its figures for a monitor. */
@NullMarked
package earshot.workbench.health;

import org.jspecify.annotations.NullMarked;
