/** The same calls to several reviewers, blind: how far they agree, question by question. */
@NullMarked
package earshot.workbench.calibration;

import org.jspecify.annotations.NullMarked;
