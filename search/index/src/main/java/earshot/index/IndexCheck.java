package earshot.index;

import earshot.call.CallRecord;
import earshot.data.CallLedger;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.data.PersonAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;

/** Compares the index with the call records it is made from. */
public final class IndexCheck {
  private static final int TRIES = 5;

  private IndexCheck() {}

  /** What is wrong, one sentence each; empty when index and records agree. */
  public static List<String> problems(DataFolder folder, CallLedger ledger) throws IOException {
    if (!Files.isDirectory(folder.index())) {
      return List.of("index: there is none; make it with: earshot rebuild index");
    }
    List<String> problems = new ArrayList<>();
    // Without a lock: a check writes nothing, and the folder may be one that can only be read.
    try (FSDirectory directory = FSDirectory.open(folder.index(), NoLockFactory.INSTANCE)) {
      if (!whole(directory)) {
        return List.of("index: its files are damaged; make it again with: earshot rebuild index");
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        PersonAnswers people = PersonAnswers.load(folder);
        Map<String, String> stamps = new TreeMap<>(CallIndexWriter.stamps(reader));
        for (CallLedger.Entry call : ledger.entries()) {
          String indexed = stamps.remove(call.callId());
          if (indexed == null) {
            problems.add("index: call " + call.callId() + " is missing");
          } else if (!indexed.equals(IndexSync.stamp(call, people))) {
            problems.add("index: call " + call.callId() + " is of an older record");
          } else {
            turns(reader, new CallStore(folder).read(call.file()), problems);
          }
        }
        stamps.keySet().forEach(id -> problems.add("index: call " + id + " has no record"));
      }
    }
    return problems;
  }

  /** A commit that was replaced while it was looked at tells nothing: the next one is looked at. */
  private static boolean whole(FSDirectory directory) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      Optional<String> before = commit(directory);
      if (clean(directory)) {
        return true;
      }
      if (before.equals(commit(directory))) {
        return false;
      }
    }
    throw new IOException("the index is being written; try again later");
  }

  private static boolean clean(FSDirectory directory) throws IOException {
    try (CheckIndex check = new CheckIndex(directory)) {
      return check.checkIndex().clean;
    }
  }

  private static Optional<String> commit(FSDirectory directory) throws IOException {
    return Optional.ofNullable(SegmentInfos.getLastCommitSegmentsFileName(directory));
  }

  private static void turns(IndexReader reader, CallRecord record, List<String> problems)
      throws IOException {
    Term id = new Term(IndexFields.CALL_ID, record.callId());
    TopDocs found = new IndexSearcher(reader).search(new TermQuery(id), 1);
    String[] texts =
        reader.storedFields().document(found.scoreDocs[0].doc).getValues(IndexFields.TEXT);
    if (texts.length != record.transcript().turns().size()) {
      problems.add(
          "index: call %s has %d turns, its record %d"
              .formatted(record.callId(), texts.length, record.transcript().turns().size()));
    }
  }
}
