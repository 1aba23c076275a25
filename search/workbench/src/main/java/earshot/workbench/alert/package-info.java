/** New calls that a saved search finds, told to its owner; and the page of both. */
@NullMarked
package earshot.workbench.alert;

import org.jspecify.annotations.NullMarked;
