package earshot.workbench.search;

import earshot.index.CallIndex;
import earshot.index.NoIndexException;
import earshot.index.SearchResult;
import earshot.query.Query;
import earshot.workbench.account.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The index of the data folder for as long as the server runs: opened when there is one, and opened
 * again after it was rebuilt. Every search is narrowed to a scope and sees the last commit.
 * Thread-safe.
 */
public final class LiveSearch implements AutoCloseable {
  private final Path folder;
  private final Timing timing;
  private @Nullable CallIndex open;
  private @Nullable Object openedAs;

  /** Told how long a search takes. */
  @FunctionalInterface
  public interface Timing {
    SearchResult record(Supplier<SearchResult> search);
  }

  public LiveSearch(Path folder, Timing timing) {
    this.folder = folder;
    this.timing = timing;
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
   * Searches what the scope sees.
   *
   * @param limit most hits shown; the total counts all
   * @throws NoIndexException before the first run
   * @throws earshot.index.SearchException when the query asks for too much
   */
  public SearchResult search(Query query, Scope scope, int limit) throws IOException {
    CallIndex index = index();
    try {
      return timing.record(() -> narrowed(index, query, scope, limit));
    } catch (Unreadable e) {
      throw e.reason;
    }
  }

  private static SearchResult narrowed(CallIndex index, Query query, Scope scope, int limit) {
    try {
      return index.search(scope.narrow(query), limit);
    } catch (IOException e) {
      throw new Unreadable(e);
    }
  }

  /** How many calls the index holds. */
  public int calls() throws IOException {
    return index().calls();
  }

  private synchronized CallIndex index() throws IOException {
    Object now = identity();
    CallIndex index = open;
    if (index != null && now.equals(openedAs)) {
      return index;
    }
    CallIndex fresh = CallIndex.open(folder);
    open = fresh;
    openedAs = now;
    if (index != null) {
      index.close();
    }
    return fresh;
  }

  /** Another folder under the same name has another key: the index was rebuilt. */
  private Object identity() throws IOException {
    if (!Files.isDirectory(folder)) {
      return folder;
    }
    Object key =
        Files.readAttributes(folder, java.nio.file.attribute.BasicFileAttributes.class).fileKey();
    return key == null ? folder : key;
  }

  @Override
  public synchronized void close() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
