/**
 * OpenID Connect: sends somebody to a company's identity provider and judges what comes back. Knows
 * neither pages nor accounts.
 */
@NullMarked
package earshot.workbench.provider;

import org.jspecify.annotations.NullMarked;
