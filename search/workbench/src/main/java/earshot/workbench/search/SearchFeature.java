package earshot.workbench.search;

import earshot.index.Facets;
import earshot.index.NoIndexException;
import earshot.index.SearchException;
import earshot.index.SearchRequest;
import earshot.index.SearchResult;
import earshot.index.SimilarCalls;
import earshot.query.Query;
import earshot.query.QuerySyntaxException;
import earshot.workbench.account.Scope;
import earshot.workbench.account.SignedIn;
import earshot.workbench.saved.SavedSearch;
import earshot.workbench.saved.SavedSearches;
import earshot.workbench.web.Access;
import earshot.workbench.web.Cost;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Links;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Routes;
import earshot.workbench.web.Sentence;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The search page, its help, and calls like a call. */
public final class SearchFeature implements Feature {
  static final int PAGE = 20;

  /** Hits further down are found by a narrower query. */
  static final int DEEPEST = 1000;

  private static final String NO_CALLS =
      "There are no calls to search yet: 'earshot run' makes them, 'earshot rebuild' their index.";

  private static final List<String[]> EXAMPLES =
      List.of(
          new String[] {"customer: (refund OR \"money back\")", "the customer wants money back"},
          new String[] {"agent: sorry @first 60s", "the agent says sorry in the first minute"},
          new String[] {"hold>30s AND answer.hold-thanks:NO", "long holds without a thank-you"},
          new String[] {"score.courtesy<60 complaint:true", "complaints with a low courtesy score"},
          new String[] {"~broadband", "words that sound so, however they were recognised"},
          new String[] {"overtalk>1s", "both speak for longer than a second"});

  private final Pages pages;
  private final LiveSearch search;
  private final SavedSearches saved;

  public SearchFeature(Pages pages, LiveSearch search, SavedSearches saved) {
    this.pages = pages;
    this.search = search;
    this.saved = saved;
  }

  @Override
  public void register(Routes routes) {
    routes.get("/", Access.SIGNED_IN, this::page).costs(Cost.SEARCH).nav("Search", "/");
    routes.get("/calls/{call_id}/similar", Access.SIGNED_IN, this::similar).costs(Cost.SEARCH);
    routes.get(
        "/help",
        Access.SIGNED_IN,
        (http, who) ->
            pages.show(http, who, "How to search", "search/help.jte", HelpView.standard()));
  }

  private void page(Context http, SignedIn who) throws IOException {
    Asked asked = Asked.of(http);
    String title =
        (asked.text().isEmpty() ? "Search" : "Search: " + asked.text())
            + (asked.offset() < PAGE ? "" : ", page " + (asked.offset() / PAGE + 1));
    pages.show(http, who, title, "search/search.jte", view(asked, who));
  }

  private SearchView view(Asked asked, SignedIn who) throws IOException {
    try {
      Query query = asked.text().isEmpty() ? new Query.All() : search.parse(asked.text());
      return found(asked, Terms.of(asked.text(), query), who);
    } catch (QuerySyntaxException e) {
      return failed(asked, who, problem(e));
    } catch (NoIndexException e) {
      return failed(asked, who, new SearchView.Problem(NO_CALLS, asked.text(), "", -1, ""));
    } catch (SearchException | IllegalArgumentException e) {
      return failed(
          asked,
          who,
          new SearchView.Problem(String.valueOf(e.getMessage()), asked.text(), "", -1, ""));
    }
  }

  private SearchView found(Asked asked, Terms terms, SignedIn who) throws IOException {
    try (ScopedSearch scoped = search.in(who.account())) {
      SearchRequest request =
          SearchRequest.of(terms.query()).sorted(asked.sorting()).page(asked.offset(), PAGE);
      SearchResult result = search.search(scoped, request);
      Facets facets = scoped.facets(terms.query());
      return new SearchView(
          asked.text(),
          scope(who.scope()),
          ResultsBuilder.orders(asked, facets),
          null,
          new ResultsBuilder(
                  scoped,
                  asked,
                  terms,
                  AskedAnswer.place(terms.parts(), search),
                  who.role().makesClips())
              .build(result),
          new SideBuilder(scoped, asked, terms, search.questions()).build(facets),
          examples(),
          saved(who));
    }
  }

  private SearchView failed(Asked asked, SignedIn who, SearchView.Problem problem) {
    return new SearchView(
        asked.text(),
        scope(who.scope()),
        ResultsBuilder.orders(asked, new Facets(0, List.of())),
        problem,
        null,
        null,
        examples(),
        saved(who));
  }

  private static SearchView.Problem problem(QuerySyntaxException e) {
    return new SearchView.Problem(
        sentence(String.valueOf(e.getMessage())),
        e.query().substring(0, e.position()),
        e.query().substring(e.position()),
        e.position(),
        e.hint());
  }

  /** Messages of the command line begin with a small letter. */
  private static String sentence(String message) {
    return message.isEmpty()
        ? message
        : message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
  }

  private static String scope(Scope scope) {
    if (scope instanceof Scope.Teams teams) {
      return "Calls of " + String.join(", ", teams.teams().stream().sorted().toList());
    }
    return scope instanceof Scope.Own ? "Your own calls" : "";
  }

  private List<SearchView.Link> saved(SignedIn who) {
    return saved.of(who.account().id()).stream()
        .map(s -> new SearchView.Link(s.title(), link(s)))
        .toList();
  }

  /** Runs a saved search. */
  public static String link(SavedSearch search) {
    return "/" + Asked.parameters(search.query(), earshot.index.Sorting.parse(search.sorting()), 0);
  }

  private static List<SearchView.Example> examples() {
    return EXAMPLES.stream()
        .map(e -> new SearchView.Example(e[0], e[1], "/?q=" + Links.value(e[0])))
        .toList();
  }

  private void similar(Context http, SignedIn who) throws IOException {
    String callId = http.pathParam("call_id");
    try (ScopedSearch scoped = search.in(who.account())) {
      SearchResult self = scoped.among(List.of(callId), new Query.All());
      if (self.isEmpty()) {
        throw new NotFoundResponse("no such call");
      }
      SimilarCalls found = scoped.similar(callId, PAGE);
      SimilarView view =
          new SimilarView(
              callId,
              Links.call(callId),
              Sentence.joined(" · ", HitViews.facts(self.hits().get(0).summary())),
              found.words(),
              found.hits().stream()
                  .map(hit -> HitViews.of(hit, 0, "", "", who.role().makesClips()))
                  .toList());
      pages.show(http, who, "Calls like " + callId, "search/similar.jte", view);
    } catch (NoIndexException e) {
      throw new NotFoundResponse("no such call");
    }
  }
}
