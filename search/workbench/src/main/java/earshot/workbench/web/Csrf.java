package earshot.workbench.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The token that shows that a change was asked for by a page of this session. */
public final class Csrf {
  /** Hidden field of forms. */
  public static final String FIELD = "csrf";

  /** Header of scripts; they read the token from the page's meta element csrf-token. */
  public static final String HEADER = "X-CSRF-Token";

  /** In which browsers say where a request comes from. */
  static final String SITE = "Sec-Fetch-Site";

  private Csrf() {}

  /**
   * Whether the request carries this token and comes, as far as the browser says, from a page of
   * this server. An empty token never matches.
   */
  public static boolean same(Context http, String expected) {
    if (fromElsewhere(http.header(SITE))) {
      return false;
    }
    String header = http.header(HEADER);
    String given = header != null ? header : http.formParam(FIELD);
    return given != null
        && !expected.isEmpty()
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  /** Browsers write this header themselves; older ones and programs do not send it. */
  static boolean fromElsewhere(@Nullable String site) {
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }
}
