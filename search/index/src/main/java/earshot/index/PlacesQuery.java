package earshot.index;

import earshot.match.Evaluator;
import earshot.match.Language;
import earshot.match.Node;
import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Calls in which a node is found: of the candidates that an ordinary Lucene query offers, each is
 * looked at by the word positions in the index, with {@link MomentFinder finders} where they cover
 * the node, else with the evaluator that rules use. Both mean the same. The score grows with the
 * logarithm of what is found.
 */
final class PlacesQuery extends Query {
  /** Looking at one candidate costs about as much as advancing this many postings. */
  private static final float COST = 200;

  private final Node node;
  private final Language language;
  private final Query candidates;

  PlacesQuery(Node node, Language language, Query candidates) {
    this.node = node;
    this.language = language;
    this.candidates = candidates;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = candidates.rewrite(searcher);
    return rewritten == candidates ? this : new PlacesQuery(node, language, rewritten);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    candidates.visit(
        visitor.getSubVisitor(org.apache.lucene.search.BooleanClause.Occur.MUST, this));
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return new PlacesWeight(
        searcher.createWeight(candidates, ScoreMode.COMPLETE_NO_SCORES, 1), boost);
  }

  @Override
  public String toString(String field) {
    return "places(" + node + ")";
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof PlacesQuery other
        && node.equals(other.node)
        && language == other.language
        && candidates.equals(other.candidates);
  }

  @Override
  public int hashCode() {
    return Objects.hash(node, language.code());
  }

  private final class PlacesWeight extends Weight {
    private final Weight candidateWeight;
    private final float boost;

    PlacesWeight(Weight candidateWeight, float boost) {
      super(PlacesQuery.this);
      this.candidateWeight = candidateWeight;
      this.boost = boost;
    }

    @Override
    public @Nullable Scorer scorer(LeafReaderContext segment) throws IOException {
      Scorer scorer = candidateWeight.scorer(segment);
      return scorer == null
          ? null
          : new PlacesScorer(this, scorer.iterator(), looker(segment.reader()));
    }

    private Looker looker(LeafReader segment) throws IOException {
      if (!FinderCompiler.covers(node)) {
        IndexedCall view = new IndexedCall(segment, language, SearchException.MOST_EXPANSIONS);
        Evaluator evaluator = new Evaluator(view);
        return call -> {
          view.moveTo(call);
          return evaluator.matches(node) ? 1 : 0;
        };
      }
      CallColumns columns = new CallColumns(segment);
      SegmentWords words = new SegmentWords(segment, language, SearchException.MOST_EXPANSIONS);
      FinderCompiler.Counter finder = new FinderCompiler(words, columns).counter(node);
      return call -> {
        columns.moveTo(call);
        return finder.count();
      };
    }

    @Override
    public Explanation explain(LeafReaderContext segment, int document) throws IOException {
      Scorer scorer = scorer(segment);
      return scorer != null && scorer.iterator().advance(document) == document
          ? Explanation.match(scorer.score(), "found by places")
          : Explanation.noMatch("not found by places");
    }

    @Override
    public boolean isCacheable(LeafReaderContext segment) {
      return false;
    }
  }

  /** Looks at one call after the other, and gives how much it finds. */
  private interface Looker {
    int finds(int call) throws IOException;
  }

  private static final class PlacesScorer extends Scorer {
    private final float boost;
    private final TwoPhaseIterator looking;

    /** In the call that was looked at last. */
    private int finds;

    PlacesScorer(PlacesWeight weight, DocIdSetIterator offered, Looker looker) {
      super(weight);
      this.boost = weight.boost;
      this.looking =
          new TwoPhaseIterator(offered) {
            @Override
            public boolean matches() throws IOException {
              finds = looker.finds(approximation.docID());
              return finds > 0;
            }

            @Override
            public float matchCost() {
              return COST;
            }
          };
    }

    @Override
    public int docID() {
      return looking.approximation().docID();
    }

    @Override
    public DocIdSetIterator iterator() {
      return TwoPhaseIterator.asDocIdSetIterator(looking);
    }

    @Override
    public TwoPhaseIterator twoPhaseIterator() {
      return looking;
    }

    @Override
    public float score() {
      return Relevance.score(boost, finds);
    }

    @Override
    public float getMaxScore(int upTo) {
      return Float.POSITIVE_INFINITY;
    }
  }
}
