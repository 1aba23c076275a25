/**
 * The query language: one grammar for the search box, the command, saved searches and checklist
 * rules. Text to tree ({@link earshot.query.QueryParser}) and back ({@link
 * earshot.query.QueryPrinter}); nothing here knows how a query is answered.
 */
@NullMarked
package earshot.query;

import org.jspecify.annotations.NullMarked;
