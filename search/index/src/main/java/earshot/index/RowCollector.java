package earshot.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Makes something of the columns of each matching call. */
final class RowCollector<T> implements Collector {
  private final Predicate<String> wanted;
  private final Function<CallRow, Optional<T>> make;
  private final List<T> made = new ArrayList<>();

  private RowCollector(Predicate<String> wanted, Function<CallRow, Optional<T>> make) {
    this.wanted = wanted;
    this.make = make;
  }

  /** One collector a share; what they made follows one after the other. */
  record Manager<T>(Predicate<String> wanted, Function<CallRow, Optional<T>> make)
      implements CollectorManager<RowCollector<T>, List<T>> {
    @Override
    public RowCollector<T> newCollector() {
      return new RowCollector<>(wanted, make);
    }

    @Override
    public List<T> reduce(Collection<RowCollector<T>> collectors) {
      List<T> all = new ArrayList<>();
      collectors.forEach(c -> all.addAll(c.made));
      return all;
    }
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
    CallRow row = new CallRow(segment.reader(), wanted);
    return new LeafCollector() {
      @Override
      public void setScorer(Scorable scorer) {
        // no scores needed
      }

      @Override
      public void collect(int call) {
        row.moveTo(call);
        make.apply(row).ifPresent(made::add);
      }
    };
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
