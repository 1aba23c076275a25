/** What an admin looks after: accounts, the data folder, the audit. */
@NullMarked
package earshot.workbench.admin;

import org.jspecify.annotations.NullMarked;
