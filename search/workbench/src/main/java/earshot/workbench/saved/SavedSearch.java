package earshot.workbench.saved;

import earshot.index.Sorting;

/**
 * A search that somebody keeps.
 *
 * @param accountId of its owner; nobody else sees it
 * @param title as its owner calls it
 * @param query in the query language, as typed
 * @param sorting as {@link Sorting#parse} reads it
 * @param alerting whether each new call that it finds is told to the owner
 */
public record SavedSearch(
    long id, long accountId, String title, String query, String sorting, boolean alerting) {
  /** Characters of a title. */
  public static final int LONGEST_TITLE = 100;

  /** Characters of a query. */
  public static final int LONGEST_QUERY = 4_000;

  public SavedSearch {
    title = title.strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException(
          "a saved search needs a name of at most " + LONGEST_TITLE + " characters");
    }
    if (query.isBlank() || query.length() > LONGEST_QUERY) {
      throw new IllegalArgumentException(
          "a saved search has a query of at most " + LONGEST_QUERY + " characters");
    }
    Sorting.parse(sorting);
  }

  /** The same search under another title, or with alerts switched. */
  public SavedSearch changed(String newTitle, boolean newAlerting) {
    return new SavedSearch(id, accountId, newTitle, query, sorting, newAlerting);
  }
}
