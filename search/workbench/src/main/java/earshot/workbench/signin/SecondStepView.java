package earshot.workbench.signin;

import org.jspecify.annotations.Nullable;

/**
 * The second step of the own account.
 *
 * @param problem what went wrong; empty when nothing did
 * @param required whether the role requires it, before anything else
 * @param password whether the account has a password here
 * @param provider name of the identity provider; empty where there is none
 * @param since when it is on; empty while it is off
 * @param recoveryCodes that are left
 * @param setUp what an app needs; null while it is on, and without a password here
 */
public record SecondStepView(
    String problem,
    boolean required,
    boolean password,
    String provider,
    String since,
    int recoveryCodes,
    @Nullable SetUp setUp) {

  /**
   * What an app needs.
   *
   * @param secret in groups of four, to type
   * @param address that apps on the same telephone open
   * @param qr the address, to scan
   * @param offer for the form
   */
  public record SetUp(String secret, String address, QrPath qr, String offer) {}

  /** Whether hardly any recovery codes are left. */
  public boolean few() {
    return recoveryCodes <= 3;
  }
}
