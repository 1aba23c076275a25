/**
 * Parquet files on the local disk, without a Hadoop installation: the only package that touches
 * Parquet's and Hadoop's classes.
 */
@NullMarked
package earshot.table.parquet;

import org.jspecify.annotations.NullMarked;
