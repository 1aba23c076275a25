package earshot.workbench.search;

import earshot.index.NoIndexException;
import earshot.index.SearchException;
import earshot.index.SearchResult;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QueryPrinter;
import earshot.query.QuerySyntaxException;
import earshot.workbench.account.Scope;
import earshot.workbench.account.SignedIn;
import earshot.workbench.web.Access;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Links;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The search page and its help. */
public final class SearchFeature implements Feature {
  static final int PAGE = 20;

  /** Hits further down are found by a narrower query. */
  static final int DEEPEST = 1000;

  private static final List<String[]> EXAMPLES =
      List.of(
          new String[] {"customer: (refund OR \"money back\")", "the customer wants money back"},
          new String[] {"agent: sorry @first 60s", "the agent says sorry in the first minute"},
          new String[] {"hold>30s AND answer.hold-thanks:NO", "long holds without a thank-you"},
          new String[] {"score.courtesy<60 complaint:true", "complaints with a low courtesy score"},
          new String[] {"overtalk>1s", "both speak for longer than a second"});

  private final Pages pages;
  private final LiveSearch search;

  public SearchFeature(Pages pages, LiveSearch search) {
    this.pages = pages;
    this.search = search;
  }

  @Override
  public void register(Routes routes) {
    routes.get("/", Access.SIGNED_IN, this::page).nav("Search", "/");
    routes.get(
        "/help",
        Access.SIGNED_IN,
        (http, who) ->
            pages.show(http, who, "How to search", "search/help.jte", HelpView.standard()));
  }

  private void page(Context http, SignedIn who) throws IOException {
    String text = http.queryParam("q") == null ? "" : String.valueOf(http.queryParam("q"));
    SearchView view = view(text, text.isBlank() ? 0 : Limit.offset(http), who);
    pages.show(http, who, "Search", "search/search.jte", view);
  }

  private SearchView view(String text, int offset, SignedIn who) throws IOException {
    if (text.isBlank()) {
      return new SearchView("", scope(who.scope()), null, null, examples());
    }
    try {
      Query query = QueryParser.parse(text);
      SearchResult found = search.search(query, who.scope(), offset + PAGE);
      return new SearchView(
          text, scope(who.scope()), null, results(text, query, found, offset), examples());
    } catch (QuerySyntaxException e) {
      return failed(text, who, problem(e));
    } catch (SearchException | IllegalArgumentException | NoIndexException e) {
      return failed(
          text, who, new SearchView.Problem(String.valueOf(e.getMessage()), text, "", -1, ""));
    }
  }

  private static SearchView failed(String text, SignedIn who, SearchView.Problem problem) {
    return new SearchView(text, scope(who.scope()), problem, null, examples());
  }

  private static SearchView.Problem problem(QuerySyntaxException e) {
    return new SearchView.Problem(
        String.valueOf(e.getMessage()),
        e.query().substring(0, e.position()),
        e.query().substring(e.position()),
        e.position(),
        e.hint());
  }

  private static String scope(Scope scope) {
    if (scope instanceof Scope.Teams teams) {
      return "Calls of " + String.join(", ", teams.teams().stream().sorted().toList());
    }
    return scope instanceof Scope.Own ? "Your own calls" : "";
  }

  private static SearchView.Results results(
      String text, Query query, SearchResult found, int offset) {
    List<SearchView.HitView> hits = found.hits().stream().skip(offset).map(HitViews::of).toList();
    boolean more = found.total() > offset + hits.size() && offset + PAGE < DEEPEST;
    return new SearchView.Results(
        found.total(),
        hits.isEmpty() ? 0 : offset + 1,
        offset + hits.size(),
        filters(query),
        hits,
        offset == 0 ? "" : link(text, Math.max(0, offset - PAGE)),
        more ? link(text, offset + PAGE) : "",
        "/export/search.csv?q=" + Links.value(text),
        "/export/search.json?q=" + Links.value(text));
  }

  private static String link(String text, int offset) {
    return "/?q=" + Links.value(text) + (offset == 0 ? "" : "&offset=" + offset);
  }

  /** The filters that hold for the whole query, each with the way to drop it. */
  private static List<SearchView.Filter> filters(Query query) {
    List<Query> parts = query instanceof Query.And and ? and.parts() : List.of(query);
    List<SearchView.Filter> filters = new ArrayList<>();
    for (Query part : parts) {
      if (part instanceof Query.Filter filter) {
        List<Query> rest = new ArrayList<>(parts);
        rest.remove(part);
        filters.add(new SearchView.Filter(QueryPrinter.print(filter), link(joined(rest), 0)));
      }
    }
    return filters;
  }

  private static String joined(List<Query> parts) {
    Query query =
        switch (parts.size()) {
          case 0 -> new Query.All();
          case 1 -> parts.get(0);
          default -> new Query.And(parts);
        };
    return QueryPrinter.print(query);
  }

  private static List<SearchView.Example> examples() {
    return EXAMPLES.stream().map(e -> new SearchView.Example(e[0], e[1], link(e[0], 0))).toList();
  }
}
