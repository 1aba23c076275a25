package earshot.workbench.search;

import earshot.index.CallSearcher;
import earshot.index.LiveIndex;
import earshot.index.NoIndexException;
import earshot.index.SearchRequest;
import earshot.index.SearchResult;
import earshot.query.Query;
import earshot.query.QuerySyntaxException;
import earshot.score.form.Form;
import earshot.workbench.account.Account;
import earshot.workbench.lookup.Withholding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The index of the data folder for as long as the server runs. Every search is narrowed to what
 * somebody may see, without what is withheld, and sees the last commit. Thread-safe.
 */
public final class LiveSearch implements AutoCloseable {
  private final LiveIndex index;
  private final Timing timing;
  private final Withholding withholding;
  private final Map<String, Set<String>> formsOf = new HashMap<>();
  private final Map<String, String> questions = new HashMap<>();

  /** Told how long a search takes. */
  @FunctionalInterface
  public interface Timing {
    SearchResult record(Supplier<SearchResult> search);
  }

  /**
   * @param withholding tells what of the calls somebody must not learn yet
   * @param forms whose scores and answers that may be
   */
  public LiveSearch(Path folder, Timing timing, Withholding withholding, List<Form> forms) {
    this.index = new LiveIndex(folder);
    this.timing = timing;
    this.withholding = withholding;
    for (Form form : forms) {
      form.questions().forEach(q -> questions.putIfAbsent(q.id(), q.text()));
      form.questions()
          .forEach(q -> formsOf.computeIfAbsent(q.id(), id -> new HashSet<>()).add(form.id()));
    }
  }

  /** The index cannot be read; checked, and carried through a supplier. */
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final IOException reason;

    Unreadable(IOException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  /**
   * Searches what somebody sees.
   *
   * @param limit most hits shown; the total counts all
   * @throws NoIndexException before the first run
   * @throws earshot.index.SearchException when the query asks for too much
   */
  public SearchResult search(Query query, Account who, int limit) throws IOException {
    try (ScopedSearch scoped = in(who)) {
      return search(scoped, SearchRequest.of(query).page(0, limit));
    }
  }

  /** The same with an order and a page, at a moment that more can be asked of. */
  SearchResult search(ScopedSearch scoped, SearchRequest request) throws IOException {
    try {
      return timing.record(() -> found(scoped, request));
    } catch (Unreadable e) {
      throw e.reason;
    }
  }

  /**
   * The index at one moment, as somebody sees it; to be closed when the request is answered.
   *
   * @throws NoIndexException before the first run
   */
  public ScopedSearch in(Account who) throws IOException {
    Blinds blinds = new Blinds(withholding.from(who), formsOf);
    return new ScopedSearch(index.searcher(), who.scope().narrow(new Query.All()), blinds);
  }

  private static SearchResult found(ScopedSearch scoped, SearchRequest request) {
    try {
      return scoped.search(request);
    } catch (IOException e) {
      throw new Unreadable(e);
    }
  }

  /** The form that has the question; empty where several have, or none. */
  Optional<String> form(String question) {
    Set<String> forms = formsOf.getOrDefault(question, Set.of());
    return forms.size() == 1 ? Optional.of(forms.iterator().next()) : Optional.empty();
  }

  /** What the questions ask, by their ids. */
  Map<String, String> questions() {
    return Map.copyOf(questions);
  }

  /**
   * Reads a query that is asked now; see {@link CallSearcher#parse}.
   *
   * @throws NoIndexException before the first run
   */
  public Query parse(String text) throws IOException, QuerySyntaxException {
    try (CallSearcher searcher = index.searcher()) {
      return searcher.parse(text);
    }
  }

  /** How many calls the index holds. */
  public int calls() throws IOException {
    try (CallSearcher searcher = index.searcher()) {
      return searcher.calls();
    }
  }

  /** Tells the last commit of the index from every other. */
  public String commit() throws IOException {
    try (CallSearcher searcher = index.searcher()) {
      return searcher.commit();
    }
  }

  /** The ids of all calls, whoever may see them: for work that is done for nobody in particular. */
  public Set<String> callIds() throws IOException {
    try (CallSearcher searcher = index.searcher()) {
      return searcher.stamps().keySet();
    }
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
