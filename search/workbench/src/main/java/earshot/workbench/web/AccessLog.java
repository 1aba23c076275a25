package earshot.workbench.web;

import earshot.workbench.account.SignedIn;
import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import io.javalin.router.Endpoint;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line a request, key=value. The route stands for the path, and there is no query string: those
 * hold what people search for.
 */
public final class AccessLog implements RequestLogger {
  public static final String NAME = "earshot.access";

  private static final Logger LOG = LoggerFactory.getLogger(NAME);

  @Override
  public void handle(Context http, Float ms) {
    @Nullable SignedIn who = http.attribute(Guard.SIGNED_IN);
    LOG.info(
        "request={} method={} route={}{} status={} ms={} account={}",
        RequestId.of(http),
        http.method().name(),
        route(http),
        call(http),
        http.statusCode(),
        String.format(Locale.ROOT, "%.1f", ms),
        who == null ? "-" : who.account().id());
  }

  /** The route as it was registered; {@code -} where there is none. */
  public static String route(Context http) {
    Endpoint endpoint = http.endpoints().matchedHttpEndpoint();
    if (endpoint != null) {
      return endpoint.path;
    }
    return http.path().startsWith("/static/") ? "/static" : "-";
  }

  private static String call(Context http) {
    Endpoint endpoint = http.endpoints().matchedHttpEndpoint();
    if (endpoint == null || !endpoint.path.contains("{call_id}")) {
      return "";
    }
    String prefix = endpoint.path.substring(0, endpoint.path.indexOf("{call_id}"));
    String rest = http.path().substring(Math.min(prefix.length(), http.path().length()));
    int end = rest.indexOf('/');
    String id = decoded(end < 0 ? rest : rest.substring(0, end));
    return " call="
        + URLEncoder.encode(id.substring(0, Math.min(id.length(), 200)), StandardCharsets.UTF_8);
  }

  /** The path is as the browser sent it; in the log, an id is encoded once. */
  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return segment;
    }
  }
}
