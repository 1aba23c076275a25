/** The HTTP server: routes and who may use them, pages, errors, headers. */
@NullMarked
package earshot.workbench.web;

import org.jspecify.annotations.NullMarked;
