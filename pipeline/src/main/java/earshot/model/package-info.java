/** Recognition models: what a folder holds, which ones there are, how one is fetched. */
@NullMarked
package earshot.model;

import org.jspecify.annotations.NullMarked;
