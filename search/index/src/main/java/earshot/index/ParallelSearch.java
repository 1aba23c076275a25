package earshot.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Weight;

/**
 * Collects over all cores. Segments are cut where they are too large for an even share: an index
 * that was merged into one is then searched as fast as one in many.
 */
final class ParallelSearch {
  /** Calls below which a share of its own does not pay. */
  private static final int SMALLEST_SHARE = 2000;

  /** Shares a core: calls are not equally rich in finds, and a core that is done takes another. */
  private static final int SHARES_A_CORE = 4;

  /** Calls between two looks at the clock. */
  private static final int STEP = 512;

  private final IndexSearcher searcher;
  private final Deadline deadline;

  ParallelSearch(IndexSearcher searcher, Deadline deadline) {
    this.searcher = searcher;
    this.deadline = deadline;
  }

  private record Share(LeafReaderContext segment, int from, int to) {}

  <C extends Collector, T> T search(Query query, CollectorManager<C, T> manager)
      throws IOException {
    C first = manager.newCollector();
    Weight weight = searcher.createWeight(searcher.rewrite(query), first.scoreMode(), 1);
    List<C> collectors = new ArrayList<>();
    List<ForkJoinTask<?>> tasks = new ArrayList<>();
    for (Share share : shares()) {
      C collector = collectors.isEmpty() ? first : manager.newCollector();
      collectors.add(collector);
      tasks.add(
          ForkJoinTask.adapt(
              () -> {
                try {
                  collect(weight, share, collector);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }));
    }
    if (collectors.isEmpty()) {
      collectors.add(first);
    }
    try {
      ForkJoinTask.invokeAll(tasks);
    } catch (UncheckedIOException e) {
      throw new IOException("the index cannot be read: " + e.getMessage(), e);
    }
    return manager.reduce(collectors);
  }

  private List<Share> shares() {
    int wanted = SHARES_A_CORE * (ForkJoinPool.getCommonPoolParallelism() + 1);
    int even = Math.max(SMALLEST_SHARE, searcher.getIndexReader().maxDoc() / wanted + 1);
    List<Share> shares = new ArrayList<>();
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      int size = segment.reader().maxDoc();
      int pieces = (size + even - 1) / even;
      for (int i = 0; i < pieces; i++) {
        shares.add(
            new Share(
                segment, (int) ((long) size * i / pieces), (int) ((long) size * (i + 1) / pieces)));
      }
    }
    return shares;
  }

  private void collect(Weight weight, Share share, Collector collector) throws IOException {
    BulkScorer scorer = weight.bulkScorer(share.segment());
    if (scorer == null) {
      return;
    }
    LeafCollector into = collector.getLeafCollector(share.segment());
    int at = share.from();
    while (at < share.to()) {
      deadline.check();
      int end = Math.min(share.to(), at + STEP);
      // The next call there is: often far beyond the end of the step.
      at = Math.max(end, scorer.score(into, share.segment().reader().getLiveDocs(), at, end));
    }
    into.finish();
  }
}
