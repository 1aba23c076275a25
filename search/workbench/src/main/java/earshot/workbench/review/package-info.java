/** What reviewers decide about calls, and how it reaches records, index and tables. */
@NullMarked
package earshot.workbench.review;

import org.jspecify.annotations.NullMarked;
