/** Forms and their questions, as data. */
@NullMarked
package earshot.score.form;

import org.jspecify.annotations.NullMarked;
