/** The data folder: where call records, quarantine and run reports lie, and who may write. */
@NullMarked
package earshot.data;

import org.jspecify.annotations.NullMarked;
