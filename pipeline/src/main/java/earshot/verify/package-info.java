/** Whether a data folder agrees with itself. */
@NullMarked
package earshot.verify;

import org.jspecify.annotations.NullMarked;
