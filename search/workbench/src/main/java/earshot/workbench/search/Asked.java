package earshot.workbench.search;

import earshot.index.Sorting;
import earshot.workbench.web.Links;
import earshot.workbench.web.WrongParameterException;
import io.javalin.http.Context;

/**
 * What a request asks for: query as typed, order, first hit.
 *
 * @param text blank for all calls
 * @param offset hits left out before the first
 */
record Asked(String text, Sorting sorting, int offset) {

  static Asked of(Context http) {
    String query = http.queryParam("q");
    String text = query == null ? "" : query.strip();
    return new Asked(text, sorting(http), Limit.offset(http));
  }

  /** {@code sort=}: as at the command line; relevance when not given. */
  static Sorting sorting(Context http) {
    String sort = http.queryParam("sort");
    try {
      return sort == null || sort.isBlank() ? Sorting.RELEVANCE : Sorting.parse(sort);
    } catch (IllegalArgumentException e) {
      throw new WrongParameterException("sort", e.getMessage(), "For example: sort=newest");
    }
  }

  /** The page of another query in the same order, from its first hit on. */
  String link(String other) {
    return "/" + parameters(other, sorting, 0);
  }

  /** The same query from another hit on. */
  String at(int first) {
    return "/" + parameters(text, sorting, first);
  }

  /** Where the result list can be taken away, in its order. */
  String export(String format) {
    String query = text.isEmpty() ? "*" : text;
    return "/export/search." + format + parameters(query, sorting, 0);
  }

  /** The page of the list that holds a hit, at that hit. */
  String around(int number) {
    int first = (number - 1) / SearchFeature.PAGE * SearchFeature.PAGE;
    return "/" + parameters(text, sorting, first) + "#hit-" + number;
  }

  /**
   * What the address of a call says about the hit that it was.
   *
   * @param number from 1
   */
  String trail(int number) {
    String asked = parameters(text, sorting, 0);
    return (asked.isEmpty() ? "" : asked.substring(1) + "&") + SearchTrail.NUMBER + "=" + number;
  }

  static String parameters(String text, Sorting sorting, int offset) {
    StringBuilder address = new StringBuilder();
    add(address, "q", text);
    add(address, "sort", sorting.equals(Sorting.RELEVANCE) ? "" : sorting.toString());
    add(address, "offset", offset == 0 ? "" : String.valueOf(offset));
    return address.toString();
  }

  private static void add(StringBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.append(address.isEmpty() ? "?" : "&").append(name).append('=');
      address.append(Links.value(value));
    }
  }
}
