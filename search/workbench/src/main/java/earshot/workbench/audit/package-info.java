/** Who opened, listened to and exported what. */
@NullMarked
package earshot.workbench.audit;

import org.jspecify.annotations.NullMarked;
