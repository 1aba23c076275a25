/** HTTPS of the server itself: its certificate, its key, and their renewal. */
@NullMarked
package earshot.workbench.tls;

import org.jspecify.annotations.NullMarked;
