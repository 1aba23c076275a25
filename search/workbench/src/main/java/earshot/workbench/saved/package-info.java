/** Searches that people keep under a name. */
@NullMarked
package earshot.workbench.saved;

import org.jspecify.annotations.NullMarked;
