package earshot.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import earshot.query.Query;
import earshot.query.QueryPrinter;

/**
 * Another word that may have been meant.
 *
 * @param word of the query
 * @param instead what the calls in scope hold
 * @param calls in scope that hold it
 * @param corrected the query with it
 */
public record Suggestion(String word, String instead, long calls, @JsonIgnore Query corrected) {
  /** The corrected query as text. */
  public String query() {
    return QueryPrinter.print(corrected);
  }
}
