package earshot.workbench.provider;

import earshot.workbench.account.ProviderIdentities.Identity;
import earshot.workbench.account.VouchedAccounts.Grant;
import java.util.Optional;

/**
 * Somebody the provider vouches for.
 *
 * @param name for an account, if one is made
 * @param verifiedMail only where the provider says that it verified the address
 * @param grant what the person may do; empty where admins make the accounts
 * @param idToken as it came, to be shown when signing out there
 * @param next path to go to
 */
public record Vouched(
    Identity identity,
    String name,
    Optional<String> verifiedMail,
    Optional<Grant> grant,
    String idToken,
    String next) {
  @Override
  public String toString() {
    return "Vouched";
  }
}
