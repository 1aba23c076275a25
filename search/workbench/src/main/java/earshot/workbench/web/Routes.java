package earshot.workbench.web;

import earshot.workbench.account.SignedIn;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The only way to register a route: who may use it is said in the same call. Handlers run after
 * session, role and, for changes, the CSRF token were checked.
 */
public final class Routes {
  private final List<Route> all = new ArrayList<>();
  private final Navigation navigation;

  Routes(Navigation navigation) {
    this.navigation = navigation;
  }

  /**
   * A registered route.
   *
   * @param access null when it is open to everybody
   */
  public record Route(
      HandlerType method, String path, @Nullable Access access, Cost cost, Object handler) {}

  /** Pages and data. */
  public Routes get(String path, Access access, SignedInHandler handler) {
    return add(HandlerType.GET, path, access, handler);
  }

  /** Changes; needs the CSRF token in the form field {@code csrf} or the header X-CSRF-Token. */
  public Routes post(String path, Access access, SignedInHandler handler) {
    return add(HandlerType.POST, path, access, handler);
  }

  /** What the route before costs, where that is not {@link Cost#PAGE}. */
  public Routes costs(Cost cost) {
    int last = all.size() - 1;
    Route route = all.get(last);
    all.set(last, new Route(route.method(), route.path(), route.access(), cost, route.handler()));
    return this;
  }

  /** Shows a route of {@link #get} in the navigation of those who may use it. */
  public Routes nav(String label, String path) {
    return nav(who -> label, path, who -> 0);
  }

  /** The same where it is not the same to everybody. */
  public Routes nav(Function<SignedIn, String> label, String path) {
    return nav(label, path, who -> 0);
  }

  /**
   * The same with how much waits there.
   *
   * @param waiting asked for every page that is shown
   */
  public Routes nav(String label, String path, ToLongFunction<SignedIn> waiting) {
    return nav(who -> label, path, waiting);
  }

  private Routes nav(
      Function<SignedIn, String> label, String path, ToLongFunction<SignedIn> waiting) {
    Route route =
        all.stream()
            .filter(r -> r.path().equals(path) && r.method().equals(HandlerType.GET))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no page " + path + " to navigate to"));
    Access access = route.access();
    if (access == null) {
      throw new IllegalArgumentException(path + " is open to all and needs no navigation");
    }
    navigation.add(label, path, access, waiting);
    return this;
  }

  /** A route without session; the handler does its own checks. For sign-in and health only. */
  public Routes open(HandlerType method, String path, Handler handler) {
    all.add(new Route(method, path, null, Cost.NOTHING, handler));
    return this;
  }

  private Routes add(HandlerType method, String path, Access access, SignedInHandler handler) {
    all.add(new Route(method, path, access, Cost.PAGE, handler));
    return this;
  }

  /** Every route there is. */
  public List<Route> all() {
    return List.copyOf(all);
  }
}
