/** Tells two voices on one channel apart by their sound. Whose they are is told elsewhere. */
@NullMarked
package earshot.voice;

import org.jspecify.annotations.NullMarked;
