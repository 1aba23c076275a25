package earshot.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a search found. Its JSON is the answer of {@code search --json} and of the HTTP interface.
 *
 * @param total calls that match
 * @param hits the best of them
 * @param incomplete whether the time ran out before all calls were looked at; the total then counts
 *     those found until then
 */
public record SearchResult(
    long total,
    List<SearchHit> hits,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean incomplete) {
  public SearchResult {
    hits = List.copyOf(hits);
  }

  @JsonIgnore
  public boolean isEmpty() {
    return total == 0;
  }
}
