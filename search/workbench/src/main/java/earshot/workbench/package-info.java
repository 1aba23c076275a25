/** The command line and, with {@code serve}, the web application. */
@NullMarked
package earshot.workbench;

import org.jspecify.annotations.NullMarked;
