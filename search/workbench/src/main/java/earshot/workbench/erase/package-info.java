/** Takes erased calls out of what people decided. */
@NullMarked
package earshot.workbench.erase;

import org.jspecify.annotations.NullMarked;
