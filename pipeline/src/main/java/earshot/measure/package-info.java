/** What can be measured on a call besides words: holds, silences, overtalk, talk time, pace. */
@NullMarked
package earshot.measure;

import org.jspecify.annotations.NullMarked;
