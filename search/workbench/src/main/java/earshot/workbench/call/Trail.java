package earshot.workbench.call;

import earshot.workbench.account.SignedIn;
import earshot.workbench.web.Links;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A kind of list that calls are opened from: hits of a search, a queue. */
@FunctionalInterface
public interface Trail {
  /** Every parameter that says something about a list. */
  List<String> NAMES = List.of("q", "sort", "at", "sample", "risk");

  /**
   * Where the call stands in the list that the address names, as this person sees it.
   *
   * @return empty where the address names no list of this kind, or one that cannot be read
   */
  Optional<Place> place(Context http, SignedIn who, String callId) throws IOException;

  /** The page of a call, with the list that the address of a form on that page names. */
  static String page(Context http, String callId) {
    return Links.with(Links.call(callId), parameters(http));
  }

  /** Where a form of the page is sent, likewise. */
  static String form(Context http, String callId, String what) {
    return Links.with(Links.call(callId) + "/" + what, parameters(http));
  }

  private static String parameters(Context http) {
    StringBuilder parameters = new StringBuilder();
    for (String name : NAMES) {
      String value = http.queryParam(name);
      if (value != null && !value.isEmpty()) {
        parameters.append(parameters.isEmpty() ? "" : "&").append(name).append('=');
        parameters.append(Links.value(value));
      }
    }
    return parameters.toString();
  }
}
