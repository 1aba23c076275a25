/**
 * What recorders and switches say about a call: sidecar files and call lists, brought to one form.
 *
 * <p>Telephone numbers end here: a reader turns them into pseudonyms as it reads.
 */
@NullMarked
package earshot.metadata;

import org.jspecify.annotations.NullMarked;
