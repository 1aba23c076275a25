/**
 * Queries on one call: which words, when. One evaluator ({@link earshot.match.Evaluator}) serves
 * checklist rules, which see a call in memory, and search, which sees the word positions of an
 * index; so both mean the same by the same query.
 */
@NullMarked
package earshot.match;

import org.jspecify.annotations.NullMarked;
