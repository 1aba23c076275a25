package earshot.workbench.search;

import earshot.workbench.web.Access;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Routes;

/** The search page. */
public final class SearchFeature implements Feature {
  private final Pages pages;

  public SearchFeature(Pages pages) {
    this.pages = pages;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get(
            "/",
            Access.SIGNED_IN,
            (http, who) -> {
              String query = http.queryParam("q");
              pages.show(
                  http,
                  who,
                  "Search",
                  "search/search.jte",
                  new SearchView(query == null ? "" : query));
            })
        .nav("Search", "/");
  }
}
