package earshot.workbench.signin;

/**
 * Signed out here, and on the way to the identity provider.
 *
 * @param provider its name
 * @param address where it ends its own session
 */
public record SignedOutView(String provider, String address) {}
