/** Speed, word errors, word times and memory of recognition on this machine. */
@NullMarked
package earshot.benchmark;

import org.jspecify.annotations.NullMarked;
