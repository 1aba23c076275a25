package earshot.workbench.web;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A short random name of a request, in the log, in the header X-Request-Id and on error pages. */
final class RequestId {
  private static final String KEY = "earshot.request-id";
  private static final SecureRandom RANDOM = new SecureRandom();

  private RequestId() {}

  static String of(Context http) {
    @Nullable String known = http.attribute(KEY);
    if (known != null) {
      return known;
    }
    byte[] bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    http.attribute(KEY, id);
    return id;
  }
}
