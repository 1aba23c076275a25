/** The database of what people decided: opened, migrated, never rebuilt. */
@NullMarked
package earshot.workbench.store;

import org.jspecify.annotations.NullMarked;
