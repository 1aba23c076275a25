/** Who may sign in, with which role, and which calls each sees. */
@NullMarked
package earshot.workbench.account;

import org.jspecify.annotations.NullMarked;
