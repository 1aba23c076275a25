package earshot.index;

import earshot.query.Query;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Searches the index of a data folder, while it is written, too: each search sees the last commit.
 * Thread-safe.
 */
public final class CallIndex implements Closeable {
  /** Time for one search; after it the search is given up with an error. */
  public static final Duration TIME_OUT = Duration.ofSeconds(2);

  private final Directory directory;
  private final Duration timeOut;
  private final SearcherManager searchers;

  CallIndex(Directory directory, Duration timeOut) throws IOException {
    this.directory = directory;
    this.timeOut = timeOut;
    this.searchers = new SearcherManager(directory, new Ranking());
  }

  /**
   * Opens an index for searching.
   *
   * @param folder as {@link earshot.data.DataFolder#index()} gives it
   * @throws NoIndexException when there is none, or one of another version
   */
  public static CallIndex open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoIndexException(
          "there is no index in " + folder + "; this makes it: " + rebuild(folder));
    }
    Directory directory = FSDirectory.open(folder);
    try {
      if (!DirectoryReader.indexExists(directory) || !readable(directory)) {
        throw new NoIndexException(
            "the index in "
                + folder
                + " cannot be read by this version; this makes it new: "
                + rebuild(folder));
      }
      return new CallIndex(directory, TIME_OUT);
    } catch (IOException e) {
      directory.close();
      throw e;
    }
  }

  /** The command for the data folder of an index. */
  private static String rebuild(Path index) {
    return "earshot rebuild index --data " + index.toAbsolutePath().getParent();
  }

  static boolean readable(Directory directory) throws IOException {
    try {
      Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
      return IndexFields.SCHEMA.equals(data.get(IndexFields.SCHEMA_KEY));
    } catch (org.apache.lucene.index.IndexFormatTooOldException
        | org.apache.lucene.index.IndexFormatTooNewException e) {
      return false;
    }
  }

  /**
   * The index as of its last commit.
   *
   * @return to be closed when the request is answered
   */
  public CallSearcher searcher() throws IOException {
    searchers.maybeRefreshBlocking();
    return acquire();
  }

  /** The index as of the last refresh. */
  CallSearcher acquire() throws IOException {
    return new CallSearcher(searchers, timeOut);
  }

  /**
   * Takes over what was committed since.
   *
   * @return false when what lies in the folder now is another index than the one that is open
   */
  boolean refresh() throws IOException {
    if (!readable(directory)) {
      return false;
    }
    byte[] there = SegmentInfos.readLatestCommit(directory).getId();
    if (isOpen(there)) {
      return true;
    }
    searchers.maybeRefreshBlocking();
    return isOpen(there) || isOpen(SegmentInfos.readLatestCommit(directory).getId());
  }

  private boolean isOpen(byte[] commit) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return searcher.getIndexReader() instanceof StandardDirectoryReader reader
          && Arrays.equals(reader.getSegmentInfos().getId(), commit);
    } finally {
      searchers.release(searcher);
    }
  }

  /** The best hits of a query among all calls. */
  public SearchResult search(Query query, int limit) throws IOException {
    return search(SearchRequest.of(query).page(0, limit));
  }

  /** The same with what {@code #name} stands for. */
  public SearchResult search(Query query, int limit, Map<String, Query> families)
      throws IOException {
    return search(SearchRequest.of(query).page(0, limit).families(families));
  }

  /** See {@link CallSearcher#search}. */
  public SearchResult search(SearchRequest request) throws IOException {
    try (CallSearcher searcher = searcher()) {
      return searcher.search(request);
    }
  }

  /** How many calls there are. */
  public int calls() throws IOException {
    try (CallSearcher searcher = searcher()) {
      return searcher.calls();
    }
  }

  /** The stamp of every call in the last commit, by call id. */
  public Map<String, String> stamps() throws IOException {
    try (CallSearcher searcher = searcher()) {
      return searcher.stamps();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      searchers.close();
    } finally {
      directory.close();
    }
  }

  private static final class Ranking extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setSimilarity(new Relevance());
      return searcher;
    }
  }
}
