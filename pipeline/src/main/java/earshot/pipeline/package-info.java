/** The Beam pipeline: named transforms over plain classes, with records between them. */
@NullMarked
package earshot.pipeline;

import org.jspecify.annotations.NullMarked;
