/**
 * A call as scoring reads it: turns as people would count them, who spoke, how well it was heard.
 */
@NullMarked
package earshot.score.talk;

import org.jspecify.annotations.NullMarked;
