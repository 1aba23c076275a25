/**
 * What there is to process: recordings and transcripts with their metadata, duplicates, conflicts.
 */
@NullMarked
package earshot.catalogue;

import org.jspecify.annotations.NullMarked;
