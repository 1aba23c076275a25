package earshot.workbench.web;

import earshot.workbench.account.SignedIn;
import io.javalin.http.Context;

/** Answers a request of somebody who is signed in and has one of the route's roles. */
@FunctionalInterface
public interface SignedInHandler {
  void handle(Context http, SignedIn who) throws Exception;
}
