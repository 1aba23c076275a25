/**
 * What must not be written: spoken and written card numbers, codes, accounts, ids, telephone
 * numbers and the like become one token each before a call record, an index or a report sees them.
 *
 * <p>Nothing in this package logs, and no exception message holds words of a call.
 */
@NullMarked
package earshot.redact;

import org.jspecify.annotations.NullMarked;
