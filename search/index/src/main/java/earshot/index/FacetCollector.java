package earshot.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts the values that the columns of matching calls have. */
final class FacetCollector implements Collector {
  private static final List<String> TEXTS =
      List.of("team", "agent_id", "call_type", "complaint", "resolved");
  private static final String ANSWER = "answer.";
  private static final String SCORE = "score.";
  private static final String DATE = "date";
  private static final int TOP_SCORE = 100;

  private final FacetCounts counts = new FacetCounts();

  /** One collector a share, joined at the end. */
  static final class Manager implements CollectorManager<FacetCollector, FacetCounts> {
    @Override
    public FacetCollector newCollector() {
      return new FacetCollector();
    }

    @Override
    public FacetCounts reduce(Collection<FacetCollector> collectors) {
      FacetCounts all = new FacetCounts();
      collectors.forEach(c -> all.add(c.counts));
      return all;
    }
  }

  private interface Column {
    void count(int call) throws IOException;

    /** Adds what was counted in this segment. */
    void finish() throws IOException;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
    List<Column> columns = columns(segment.reader());
    return new LeafCollector() {
      @Override
      public void setScorer(Scorable scorer) {
        // no scores needed
      }

      @Override
      public void collect(int call) throws IOException {
        counts.total++;
        for (Column column : columns) {
          column.count(call);
        }
      }

      @Override
      public void finish() throws IOException {
        for (Column column : columns) {
          column.finish();
        }
      }
    };
  }

  private List<Column> columns(LeafReader segment) throws IOException {
    List<Column> columns = new ArrayList<>();
    for (FieldInfo info : segment.getFieldInfos()) {
      if (info.name.startsWith(IndexFields.text(""))) {
        String field = info.name.substring(IndexFields.text("").length());
        if (TEXTS.contains(field) || field.startsWith(ANSWER)) {
          columns.add(texts(field, DocValues.getSorted(segment, info.name)));
        }
      } else if (info.name.startsWith(IndexFields.number(""))) {
        String field = info.name.substring(IndexFields.number("").length());
        if (field.startsWith(SCORE) || field.equals(DATE)) {
          columns.add(numbers(field, DocValues.getNumeric(segment, info.name)));
        }
      }
    }
    return columns;
  }

  private Column texts(String field, SortedDocValues values) {
    long[] byOrdinal = new long[values.getValueCount()];
    return new Column() {
      @Override
      public void count(int call) throws IOException {
        if (values.advanceExact(call)) {
          byOrdinal[values.ordValue()]++;
        }
      }

      @Override
      public void finish() throws IOException {
        for (int i = 0; i < byOrdinal.length; i++) {
          if (byOrdinal[i] > 0) {
            counts.text(field, values.lookupOrd(i).utf8ToString(), byOrdinal[i]);
          }
        }
      }
    };
  }

  /** Scores and days are few: whole numbers. */
  private Column numbers(String field, NumericDocValues values) {
    Map<Integer, long[]> byNumber = new HashMap<>();
    boolean score = field.startsWith(SCORE);
    return new Column() {
      @Override
      public void count(int call) throws IOException {
        if (values.advanceExact(call)) {
          int number = (int) Math.floor(Double.longBitsToDouble(values.longValue()));
          byNumber
              .computeIfAbsent(score ? Math.min(number, TOP_SCORE) : number, n -> new long[1])[0]++;
        }
      }

      @Override
      public void finish() {
        byNumber.forEach((number, calls) -> counts.number(field, number, calls[0]));
      }
    };
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
