/**
 * The index of a data folder: call records to Lucene documents, query trees to Lucene queries, and
 * the calls a query finds. Everything in the index can be made again from the call records.
 */
@NullMarked
package earshot.index;

import org.jspecify.annotations.NullMarked;
