package earshot.workbench.provider;

/**
 * A sign-in on its way through the provider.
 *
 * @param cookie that the browser keeps meanwhile
 * @param state that comes back with the browser
 * @param nonce that comes back inside of the ID token
 * @param verifier that shows, when the code is redeemed, who asked for it (RFC 7636)
 * @param next path to go to afterwards
 */
public record Attempt(String cookie, String state, String nonce, String verifier, String next) {
  @Override
  public String toString() {
    return "Attempt";
  }
}
