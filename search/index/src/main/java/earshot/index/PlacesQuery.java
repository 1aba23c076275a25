package earshot.index;

import earshot.match.Evaluator;
import earshot.match.Language;
import earshot.match.Node;
import java.io.IOException;
import java.util.Objects;
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
import org.apache.lucene.search.join.BitSetProducer;
import org.jspecify.annotations.Nullable;

/**
 * Calls in which the evaluator finds a node: of the candidates that an ordinary Lucene query
 * offers, each is looked at by the word places in the index. So a search means what a rule means.
 * The score grows with the logarithm of what is found.
 */
final class PlacesQuery extends Query {
  /** Looking at one candidate costs about as much as advancing this many postings. */
  private static final float COST = 500;

  private final Node node;
  private final Language language;
  private final Query candidates;
  private final BitSetProducer calls;

  PlacesQuery(Node node, Language language, Query candidates, BitSetProducer calls) {
    this.node = node;
    this.language = language;
    this.candidates = candidates;
    this.calls = calls;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = candidates.rewrite(searcher);
    return rewritten == candidates ? this : new PlacesQuery(node, language, rewritten, calls);
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
        searcher.createWeight(candidates, ScoreMode.COMPLETE_NO_SCORES, 1), mode, boost);
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
    private final ScoreMode mode;
    private final float boost;

    PlacesWeight(Weight candidateWeight, ScoreMode mode, float boost) {
      super(PlacesQuery.this);
      this.candidateWeight = candidateWeight;
      this.mode = mode;
      this.boost = boost;
    }

    @Override
    public @Nullable Scorer scorer(LeafReaderContext segment) throws IOException {
      Scorer scorer = candidateWeight.scorer(segment);
      BlockView view =
          scorer == null
              ? null
              : BlockView.of(segment, calls, language, SearchException.MOST_EXPANSIONS);
      return scorer == null || view == null
          ? null
          : new PlacesScorer(this, scorer.iterator(), view);
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

  private final class PlacesScorer extends Scorer {
    private final BlockView view;
    private final Evaluator evaluator;
    private final boolean scored;
    private final float boost;
    private final TwoPhaseIterator looking;

    /** In the call that was looked at last. */
    private int finds;

    PlacesScorer(PlacesWeight weight, DocIdSetIterator offered, BlockView view) {
      super(weight);
      this.view = view;
      this.evaluator = new Evaluator(view);
      this.scored = weight.mode.needsScores();
      this.boost = weight.boost;
      this.looking =
          new TwoPhaseIterator(offered) {
            @Override
            public boolean matches() {
              view.moveTo(approximation.docID());
              if (!scored) {
                return evaluator.matches(node);
              }
              finds = evaluator.count(node);
              return finds >= 0;
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
      return scored ? boost * (float) (1 + Math.log(Math.max(1, finds))) : 0;
    }

    @Override
    public float getMaxScore(int upTo) {
      return Float.POSITIVE_INFINITY;
    }
  }
}
