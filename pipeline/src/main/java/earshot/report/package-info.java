/**
 * What supervisors read at the terminal, in a spreadsheet or in a browser: figures by agent, team,
 * question and call type, from the Parquet tables, each with its interval and n.
 */
@NullMarked
package earshot.report;

import org.jspecify.annotations.NullMarked;
