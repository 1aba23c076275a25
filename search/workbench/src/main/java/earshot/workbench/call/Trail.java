package earshot.workbench.call;

import earshot.workbench.account.SignedIn;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** A kind of list that calls are opened from: hits of a search, a queue. */
@FunctionalInterface
public interface Trail {
  /**
   * Where the call stands in the list that the address names, as this person sees it.
   *
   * @return empty where the address names no list of this kind, or one that cannot be read
   */
  Optional<Place> place(Context http, SignedIn who, String callId) throws IOException;
}
