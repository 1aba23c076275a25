/** Agents contest answers about their calls; supervisors decide. */
@NullMarked
package earshot.workbench.dispute;

import org.jspecify.annotations.NullMarked;
