package earshot.workbench.signin;

/**
 * The sign-in form.
 *
 * @param problem why the last try failed; empty before the first
 * @param username as typed
 * @param next path to go to afterwards
 * @param insecure whether the browser will refuse the cookie, because the page came by plain HTTP
 * @param provider name of the identity provider; empty where there is none
 */
public record SignInView(
    String problem, String username, String next, boolean insecure, String provider) {}
