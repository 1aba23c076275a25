/**
 * Recordings to words with times: what is fed to recognition, by whom it is decoded, and how words
 * become turns.
 */
@NullMarked
package earshot.transcribe;

import org.jspecify.annotations.NullMarked;
