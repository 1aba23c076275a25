package earshot.workbench.signin;

/**
 * The page for the code after the right password.
 *
 * @param problem why the last try failed; empty before the first
 * @param name of the account
 * @param next path to go to afterwards
 * @param minutes that the code is waited for
 */
public record CodeView(String problem, String name, String next, long minutes) {}
