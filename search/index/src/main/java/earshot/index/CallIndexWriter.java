package earshot.index;

import earshot.call.CallRecord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.SleepingLockWrapper;
import org.apache.lucene.util.Bits;

/**
 * Writes the index of a data folder. One at a time; {@link #put} and {@link #remove} may be called
 * from several threads. Nothing is visible to a {@link CallIndex} before {@link #commit}.
 */
public final class CallIndexWriter implements Closeable {
  private static final double BUFFER_MB = 64;
  private static final long LOOK_AGAIN_MS = 100;

  private final Directory directory;
  private final IndexWriter writer;

  CallIndexWriter(Directory directory) throws IOException {
    this.directory = directory;
    TieredMergePolicy merging = new TieredMergePolicy();
    // By default segments with few deletions keep them, and with them the words of erased calls.
    merging.setForceMergeDeletesPctAllowed(0);
    this.writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(new KeywordAnalyzer())
                .setRAMBufferSizeMB(BUFFER_MB)
                .setMergePolicy(merging)
                .setSimilarity(new Relevance())
                .setCommitOnClose(false));
    writer.setLiveCommitData(Map.of(IndexFields.SCHEMA_KEY, IndexFields.SCHEMA).entrySet());
    if (!DirectoryReader.indexExists(directory)) {
      // A process killed during the very first commit could leave an index that does not open.
      writer.commit();
    }
  }

  /**
   * Opens the index in a folder, and creates it when there is none. An index of another version of
   * this program is emptied: its stamps are gone, so that a sync writes everything again.
   *
   * @throws IOException when somebody else is writing it
   */
  public static CallIndexWriter open(Path folder) throws IOException {
    return open(folder, Duration.ZERO);
  }

  /**
   * The same, but waits while somebody else writes it.
   *
   * @param patience how long to wait at most
   */
  public static CallIndexWriter open(Path folder, Duration patience) throws IOException {
    Files.createDirectories(folder);
    Directory directory =
        new SleepingLockWrapper(FSDirectory.open(folder), patience.toMillis(), LOOK_AGAIN_MS);
    try {
      boolean stale = DirectoryReader.indexExists(directory) && !CallIndex.readable(directory);
      CallIndexWriter writer = new CallIndexWriter(directory);
      if (stale) {
        writer.clear();
      }
      return writer;
    } catch (LockObtainFailedException e) {
      directory.close();
      throw new IOException(
          "the index " + folder + " is being written by another process; try again later", e);
    } catch (IOException e) {
      directory.close();
      throw e;
    }
  }

  /**
   * Adds a call, or replaces it.
   *
   * @param record with the effective answers
   * @param stamp tells this state of the call from another, see {@link #stamps}
   */
  public void put(CallRecord record, String stamp) throws IOException {
    writer.updateDocument(id(record.callId()), CallDocuments.of(record, stamp));
  }

  /** Removes a call; its words stay in the files until a merge, see {@link #erase}. */
  public void remove(String callId) throws IOException {
    writer.deleteDocuments(id(callId));
  }

  /** Removes calls and every trace of them in the files of the index, and commits. */
  public void erase(Collection<String> callIds) throws IOException {
    for (String callId : callIds) {
      remove(callId);
    }
    writer.commit();
    writer.forceMergeDeletes(true);
    writer.commit();
    writer.deleteUnusedFiles();
  }

  /** Removes every call. */
  public void clear() throws IOException {
    writer.deleteAll();
    writer.commit();
  }

  /** Makes everything so far durable and visible. */
  public void commit() throws IOException {
    writer.commit();
  }

  /** The stamp with which each call was last put, by call id; committed or not. */
  public Map<String, String> stamps() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      return stamps(reader);
    }
  }

  static Map<String, String> stamps(DirectoryReader reader) throws IOException {
    Map<String, String> stamps = new HashMap<>();
    for (LeafReaderContext segment : reader.leaves()) {
      SortedDocValues ids = segment.reader().getSortedDocValues(IndexFields.CALL_ID);
      BinaryDocValues values = segment.reader().getBinaryDocValues(IndexFields.STAMP);
      if (ids == null || values == null) {
        continue;
      }
      Bits live = segment.reader().getLiveDocs();
      for (int document = ids.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = ids.nextDoc()) {
        if ((live == null || live.get(document)) && values.advanceExact(document)) {
          stamps.put(
              ids.lookupOrd(ids.ordValue()).utf8ToString(), values.binaryValue().utf8ToString());
        }
      }
    }
    return stamps;
  }

  private static Term id(String callId) {
    return new Term(IndexFields.CALL_ID, callId);
  }

  /** Closes without committing: what was put after the last commit is gone. */
  @Override
  public void close() throws IOException {
    try {
      writer.rollback();
    } finally {
      directory.close();
    }
  }
}
