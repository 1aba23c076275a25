/**
 * What may be heard of a call: its recording with the redacted spans muted, as WAV. Nothing here
 * hands out a sample that a redaction covers.
 */
@NullMarked
package earshot.workbench.audio;

import org.jspecify.annotations.NullMarked;
