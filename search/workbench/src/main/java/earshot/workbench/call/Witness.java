package earshot.workbench.call;

import earshot.workbench.account.SignedIn;
import earshot.workbench.audit.Audit;

/** Takes down who looked at which call, and who listened to it. */
@FunctionalInterface
public interface Witness {
  /** Called before anything of the call is shown or played. */
  void saw(SignedIn who, Audit.Action action, String callId);
}
