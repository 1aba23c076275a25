package earshot.workbench.search;

/** What the search page shows. */
public record SearchView(String query) {}
