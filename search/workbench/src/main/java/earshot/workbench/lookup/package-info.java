/** One call, if the signed-in person may see it. */
@NullMarked
package earshot.workbench.lookup;

import org.jspecify.annotations.NullMarked;
