package earshot.workbench.calibration;

import earshot.index.NoIndexException;
import earshot.index.SearchException;
import earshot.index.SearchHit;
import earshot.index.SearchResult;
import earshot.query.QuerySyntaxException;
import earshot.workbench.account.SignedIn;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.search.LiveSearch;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the calls of a set that shall be opened, as somebody typed them. Thread-safe. */
final class SetCalls {
  private static final int MOST = 50;

  private final CallLookup calls;
  private final LiveSearch search;

  SetCalls(CallLookup calls, LiveSearch search) {
    this.calls = calls;
    this.search = search;
  }

  /**
   * Calls for a set.
   *
   * @param matching as many a query finds; may be more than a set takes
   * @param problem why there is no set of them; empty for none
   */
  record Found(List<String> calls, long matching, String problem) {
    static Found none(String problem) {
      return new Found(List.of(), 0, problem);
    }
  }

  /** Calls by id, one a line or between commas; where none of them is one, by a query. */
  Found of(String typed, SignedIn who) throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (String line : typed.split("\n")) {
      // Recorders may write commas in ids.
      String[] named = known(line, who) ? new String[] {line} : line.split(",");
      for (String id : named) {
        if (!id.isBlank()) {
          (known(id, who) ? ids : unknown).add(id.strip());
        }
      }
    }
    if (ids.isEmpty()) {
      return typed.isBlank() ? Found.none("A set needs calls.") : matching(typed, who);
    }
    if (!unknown.isEmpty()) {
      return Found.none("There is no call " + String.join(", ", unknown) + ".");
    }
    return ids.size() > MOST
        ? Found.none("These are %d calls; a set takes %d.".formatted(ids.size(), MOST))
        : new Found(List.copyOf(ids), ids.size(), "");
  }

  private boolean known(String id, SignedIn who) throws IOException {
    return calls.findRecorded(id.strip(), who.scope()).isPresent();
  }

  private Found matching(String query, SignedIn who) throws IOException {
    try {
      SearchResult found = search.search(search.parse(query), who.account(), MOST);
      return found.isEmpty()
          ? Found.none("No call has this id, and as a query it finds none.")
          : new Found(found.hits().stream().map(SearchHit::callId).toList(), found.total(), "");
    } catch (QuerySyntaxException e) {
      return Found.none("No call has this id, and as a query: " + e.sentences());
    } catch (SearchException | NoIndexException e) {
      return Found.none(String.valueOf(e.getMessage()));
    }
  }
}
