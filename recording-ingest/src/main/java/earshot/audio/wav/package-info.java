/** WAV files as recorders write them: read strictly and in bounds, written plainly. */
@NullMarked
package earshot.audio.wav;

import org.jspecify.annotations.NullMarked;
