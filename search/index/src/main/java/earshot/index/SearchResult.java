package earshot.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What a search found. Its JSON is the answer of {@code search --json} and of the HTTP interface.
 *
 * @param total calls that match
 * @param hits the best of them
 */
public record SearchResult(long total, List<SearchHit> hits) {
  public SearchResult {
    hits = List.copyOf(hits);
  }

  @JsonIgnore
  public boolean isEmpty() {
    return total == 0;
  }
}
