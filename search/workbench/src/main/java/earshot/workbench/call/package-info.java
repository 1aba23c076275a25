/** The call page: sound, transcript and scorecards of one call beside each other. */
@NullMarked
package earshot.workbench.call;

import org.jspecify.annotations.NullMarked;
