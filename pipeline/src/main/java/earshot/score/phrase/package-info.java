/** Phrase families of a language: what people say, as data, and where a call says it. */
@NullMarked
package earshot.score.phrase;

import org.jspecify.annotations.NullMarked;
