package earshot.workbench.lookup;

import earshot.call.CallRecord;
import earshot.workbench.audit.Audit;
import earshot.workbench.web.Access;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Routes;
import io.javalin.http.NotFoundResponse;

/** {@code /api/v1/calls/{call_id}}: the call record with the answers that hold. */
public final class CallRecordFeature implements Feature {
  private final CallLookup calls;
  private final Withholding withholding;
  private final Audit audit;

  public CallRecordFeature(CallLookup calls, Withholding withholding, Audit audit) {
    this.calls = calls;
    this.withholding = withholding;
    this.audit = audit;
  }

  @Override
  public void register(Routes routes) {
    routes.get(
        "/api/v1/calls/{call_id}",
        Access.SIGNED_IN,
        (http, who) -> {
          CallRecord call =
              calls.find(http.pathParam("call_id"), who.scope()).orElseThrow(NotFoundResponse::new);
          audit.write(who, Audit.Action.OPEN_CALL, call.callId(), "record");
          http.json(Withholding.without(call, withholding.from(who, call.callId())));
        });
  }
}
