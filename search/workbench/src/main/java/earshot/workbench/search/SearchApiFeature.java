package earshot.workbench.search;

import earshot.index.NoIndexException;
import earshot.index.SearchException;
import earshot.index.SearchRequest;
import earshot.index.SearchResult;
import earshot.query.QuerySyntaxException;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audit.Audit;
import earshot.workbench.web.Access;
import earshot.workbench.web.Cost;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Searches for programs: the interface, and the exports of a result list. */
public final class SearchApiFeature implements Feature {
  /** Rows of an export; more are a case for the Parquet tables. */
  static final int MOST_EXPORTED = 10_000;

  private final LiveSearch search;
  private final Audit audit;

  public SearchApiFeature(LiveSearch search, Audit audit) {
    this.search = search;
    this.audit = audit;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get(
            "/api/v1/search",
            Access.SIGNED_IN,
            (http, who) -> search(http, who, Limit.limit(http)).ifPresent(http::json))
        .costs(Cost.SEARCH);
    routes.get("/export/search.json", Access.SIGNED_IN, this::json).costs(Cost.EXPORT);
    routes.get("/export/search.csv", Access.SIGNED_IN, this::csv).costs(Cost.EXPORT);
  }

  private void json(Context http, SignedIn who) throws IOException {
    Optional<SearchResult> found = search(http, who, MOST_EXPORTED);
    if (found.isPresent()) {
      exported(http, who, "json", found.get());
      http.json(found.get());
    }
  }

  private void csv(Context http, SignedIn who) throws IOException {
    Optional<SearchResult> found = search(http, who, MOST_EXPORTED);
    if (found.isPresent()) {
      exported(http, who, "csv", found.get());
      http.contentType("text/csv; charset=utf-8").result(HitCsv.of(found.get().hits()));
    }
  }

  private void exported(Context http, SignedIn who, String format, SearchResult found) {
    String what = format + ", " + found.hits().size() + " of " + found.total() + " calls";
    audit.write(who, Audit.Action.EXPORT, null, what);
    http.header("Content-Disposition", "attachment; filename=\"earshot-search." + format + "\"");
    http.header("X-Total", String.valueOf(found.total()));
  }

  /** What was found; empty where the query is wrong and the answer says so already. */
  private Optional<SearchResult> search(Context http, SignedIn who, int limit) throws IOException {
    String text = http.queryParam("q") == null ? "" : String.valueOf(http.queryParam("q"));
    try {
      try (ScopedSearch scoped = search.in(who.account())) {
        SearchRequest request =
            SearchRequest.of(scoped.parse(text)).sorted(Asked.sorting(http)).page(0, limit);
        return Optional.of(search.search(scoped, request));
      }
    } catch (QuerySyntaxException e) {
      http.status(400)
          .json(
              Map.of(
                  "error",
                  String.valueOf(e.getMessage()),
                  "position",
                  e.position(),
                  "hint",
                  e.hint()));
    } catch (SearchException | IllegalArgumentException e) {
      http.status(400).json(Map.of("error", String.valueOf(e.getMessage())));
    } catch (NoIndexException e) {
      http.status(503).json(Map.of("error", String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }
}
