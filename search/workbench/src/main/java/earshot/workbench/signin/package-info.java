/** Signing in and out: the form, the cookie, the session behind it. */
@NullMarked
package earshot.workbench.signin;

import org.jspecify.annotations.NullMarked;
