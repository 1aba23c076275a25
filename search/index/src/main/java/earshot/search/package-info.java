/** The {@code search} command. */
@NullMarked
package earshot.search;

import org.jspecify.annotations.NullMarked;
