package earshot.workbench.search;

import earshot.workbench.web.WrongParameterException;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Numbers of a request: what is none is refused, what is too much is cut. */
final class Limit {
  private static final int LONGEST_SHOWN = 40;

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
      throw new WrongParameterException(
          name,
          name + " takes a whole number, 0 or more, not '" + shown(given) + "'",
          "For example: " + name + "=20");
    }
    return Math.min(Integer.parseInt(given), most);
  }

  private static String shown(String given) {
    return given.length() > LONGEST_SHOWN ? given.substring(0, LONGEST_SHOWN) + "..." : given;
  }
}
