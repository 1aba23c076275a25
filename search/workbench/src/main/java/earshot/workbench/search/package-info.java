/** The search page, its exports and the search interface. */
@NullMarked
package earshot.workbench.search;

import org.jspecify.annotations.NullMarked;
