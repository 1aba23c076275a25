/** What the notebooks share: tables, charts and agreement over the Parquet tables, in SQL. */
@NullMarked
package earshot.notebook;

import org.jspecify.annotations.NullMarked;
