/** How far the machine agrees with people: words, answers. */
@NullMarked
package earshot.evaluate;

import org.jspecify.annotations.NullMarked;
