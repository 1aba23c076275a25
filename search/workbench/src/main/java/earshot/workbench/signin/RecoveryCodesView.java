package earshot.workbench.signin;

import java.util.List;

/**
 * New recovery codes, shown once.
 *
 * @param turnedOn whether the second step was turned on with that; else they are in place of others
 * @param name of the account
 */
public record RecoveryCodesView(boolean turnedOn, String name, List<String> codes) {
  public RecoveryCodesView {
    codes = List.copyOf(codes);
  }
}
