package earshot.workbench.review;

import earshot.call.CallRecord;
import earshot.workbench.account.SignedIn;
import earshot.workbench.call.Trail;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.web.Links;
import earshot.workbench.web.Pages;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;

/** What every form on the page of a call begins and ends with. */
final class CallForms {
  private final Pages pages;
  private final CallLookup calls;

  CallForms(Pages pages, CallLookup calls) {
    this.pages = pages;
    this.calls = calls;
  }

  /** The call that the form is about, if whoever sends it may see it. */
  CallRecord call(Context http, SignedIn who) throws IOException {
    return calls
        .findRecorded(http.pathParam("call_id"), who.scope())
        .orElseThrow(() -> new NotFoundResponse("no such call"));
  }

  /** Says what became of it on the next page that is shown. */
  void tell(SignedIn who, String sentence) {
    pages.tell(who, sentence);
  }

  /** Back to a place of the page, which knows its list still. */
  void back(Context http, CallRecord call, String place) {
    http.redirect(Trail.page(http, call.callId()) + "#" + Links.segment(place));
  }
}
