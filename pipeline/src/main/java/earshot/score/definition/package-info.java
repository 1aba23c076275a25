/** Definitions in YAML: forms and language packs are read here, errors name file and line. */
@NullMarked
package earshot.score.definition;

import org.jspecify.annotations.NullMarked;
