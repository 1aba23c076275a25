package earshot.workbench.signin;

import io.javalin.http.Context;
import java.util.Locale;

/**
 * How a browser reached the server.
 *
 * @param behindProxy whether a proxy stands in front, which people reach by HTTPS; only then its
 *     headers count
 * @param tls whether the server speaks TLS itself
 */
public record Transport(boolean behindProxy, boolean tls) {

  /** Whether cookies are for HTTPS only: everywhere but on plain HTTP to this very machine. */
  boolean secure(Context http) {
    if (behindProxy || tls || "https".equalsIgnoreCase(http.header("X-Forwarded-Proto"))) {
      return true;
    }
    return !(loopback(http.req().getLocalAddr()) && loopbackName(http.host()));
  }

  /** Whether the browser came by plain HTTP from elsewhere, and refuses cookies for HTTPS. */
  boolean inTheClear(Context http) {
    return secure(http) && !behindProxy && !tls && http.header("X-Forwarded-Proto") == null;
  }

  /** Address of the browser; behind a proxy, the one that the proxy saw. */
  String address(Context http) {
    String forwarded = behindProxy ? http.header("X-Forwarded-For") : null;
    return forwarded == null
        ? http.req().getRemoteAddr()
        : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }

  private static boolean loopback(String address) {
    return address.startsWith("127.")
        || address.equals("0:0:0:0:0:0:0:1")
        || address.equals("::1")
        || address.equals("[0:0:0:0:0:0:0:1]")
        || address.equals("[::1]");
  }

  private static boolean loopbackName(@org.jspecify.annotations.Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
    return name.equals("localhost") || name.equals("[::1]") || name.matches("127(\\.\\d{1,3}){3}");
  }
}
