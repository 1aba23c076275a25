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
import java.util.TreeMap;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/** Compares the index with the call records it is made from. */
public final class IndexCheck {
  private IndexCheck() {}

  /** What is wrong, one sentence each; empty when index and records agree. */
  public static List<String> problems(DataFolder folder, CallLedger ledger) throws IOException {
    if (!Files.isDirectory(folder.index())) {
      return List.of("index: there is none; make it with: earshot rebuild index");
    }
    List<String> problems = new ArrayList<>();
    try (FSDirectory directory = FSDirectory.open(folder.index())) {
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

  private static boolean whole(FSDirectory directory) throws IOException {
    try (CheckIndex check = new CheckIndex(directory)) {
      return check.checkIndex().clean;
    }
  }

  private static void turns(IndexReader reader, CallRecord record, List<String> problems)
      throws IOException {
    int indexed =
        new IndexSearcher(reader)
            .count(
                new BooleanQuery.Builder()
                    .add(
                        new TermQuery(new Term(IndexFields.CALL_ID, record.callId())), Occur.FILTER)
                    .add(
                        new TermQuery(new Term(IndexFields.KIND, IndexFields.CALL)), Occur.MUST_NOT)
                    .build());
    if (indexed != record.transcript().turns().size()) {
      problems.add(
          "index: call %s has %d turns, its record %d"
              .formatted(record.callId(), indexed, record.transcript().turns().size()));
    }
  }
}
