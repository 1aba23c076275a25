package earshot.workbench.web;

import earshot.workbench.account.SignedIn;
import io.javalin.http.Context;
import java.util.Optional;

/** Tells who sends a request. The one place that knows how people prove who they are. */
@FunctionalInterface
public interface Visitors {
  /** Who is signed in; empty without a valid session. */
  Optional<SignedIn> signedIn(Context http);
}
