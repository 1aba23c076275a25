/**
 * The Parquet tables: what they hold, how they are made from the call records, how they are read.
 *
 * <p>Everything here can be made again from {@code calls/}. A table is a list of columns that know
 * their type, unit, meaning and origin; the schema of the files and the documentation both come
 * from that list.
 */
@NullMarked
package earshot.table;

import org.jspecify.annotations.NullMarked;
