package earshot.workbench.web;

import earshot.workbench.account.Due;
import earshot.workbench.account.SignedIn;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.UnauthorizedResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a request through to its handler, or not. */
final class Guard {
  static final String SIGNED_IN = "earshot.signed-in";

  private final Visitors visitors;
  private final Allowance allowance;

  Guard(Visitors visitors, Allowance allowance) {
    this.visitors = visitors;
    this.allowance = allowance;
  }

  Handler guarded(Routes.Route route) {
    Access access = route.access();
    if (access == null) {
      return (Handler) route.handler();
    }
    SignedInHandler handler = (SignedInHandler) route.handler();
    return http -> {
      Optional<SignedIn> who = signedIn(http);
      if (who.isEmpty()) {
        turnAway(http);
        return;
      }
      if (!access.roles().contains(who.get().role())) {
        throw new ForbiddenResponse();
      }
      if (changes(http) && !Csrf.same(http, who.get().csrfToken())) {
        throw new StalePageException();
      }
      if (who.get().due() != Due.NOTHING && route.cost() != Cost.NOTHING) {
        first(http, who.get().due());
        return;
      }
      allowance
          .take(who.get().account().id(), route.cost())
          .ifPresent(
              pause -> {
                throw new TooMuchException(pause);
              });
      handler.handle(http, who.get());
    };
  }

  /** Who sends the request; asked once a request. */
  Optional<SignedIn> signedIn(Context http) {
    @Nullable SignedIn known = http.attribute(SIGNED_IN);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<SignedIn> who = visitors.signedIn(http);
    who.ifPresent(w -> http.attribute(SIGNED_IN, w));
    return who;
  }

  private static void turnAway(Context http) {
    if (Paths.api(http.path())) {
      throw new UnauthorizedResponse("sign in at /login first");
    }
    boolean back = http.method().equals(HandlerType.GET) && !http.path().equals("/");
    String query = http.queryString();
    String here = http.path() + (query == null ? "" : "?" + query);
    http.redirect(
        "/login" + (back ? "?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8) : ""));
  }

  /** Nothing else is open before that is done. */
  private static void first(Context http, Due due) {
    boolean password = due == Due.PASSWORD;
    String page = password ? Paths.OWN_ACCOUNT : Paths.SECOND_STEP;
    if (Paths.api(http.path())) {
      String what = password ? "choose a password at " : "set up the second step at ";
      throw new ForbiddenResponse(what + page + " first");
    }
    http.redirect(page);
  }

  private static boolean changes(Context http) {
    return !http.method().equals(HandlerType.GET) && !http.method().equals(HandlerType.HEAD);
  }
}
