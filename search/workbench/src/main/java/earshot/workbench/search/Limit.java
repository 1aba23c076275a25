package earshot.workbench.search;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Numbers of a request: what is none is refused, what is too much is cut. */
final class Limit {
  private Limit() {}

  /** {@code limit=}: hits wanted, 20 when not given. */
  static int limit(Context http) {
    return number(http, "limit", SearchFeature.PAGE, SearchFeature.DEEPEST);
  }

  /** {@code offset=}: hits left out before the first. */
  static int offset(Context http) {
    return number(http, "offset", 0, SearchFeature.DEEPEST - SearchFeature.PAGE);
  }

  private static int number(Context http, String name, int otherwise, int most) {
    @Nullable String given = http.queryParam(name);
    if (given == null) {
      return otherwise;
    }
    if (!given.matches("\\d{1,9}")) {
      throw new BadRequestResponse(name + " must be a whole number, 0 or more");
    }
    return Math.min(Integer.parseInt(given), most);
  }
}
