/**
 * libvosk 0.3.45: a thin binding, and the worker process that decodes with it.
 *
 * <p>JNA types stay in this package. Native code runs in a child process because an assertion that
 * fails in it ends the process it runs in.
 */
@NullMarked
package earshot.transcribe.vosk;

import org.jspecify.annotations.NullMarked;
