package earshot.index;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;

/**
 * Relevance: one plus the logarithm of how often a term of the query is found in a call, summed
 * over the terms. Rare words weigh no more than frequent ones, and long calls no less than short
 * ones: a reviewer looks for the call in which it was said most, and can count that herself.
 */
final class Relevance extends Similarity {
  private static final float[] SCORES = new float[256];

  static {
    for (int finds = 0; finds < SCORES.length; finds++) {
      SCORES[finds] = (float) (1 + Math.log(Math.max(1, finds)));
    }
  }

  static float score(float boost, int finds) {
    return boost * (finds < SCORES.length ? SCORES[finds] : (float) (1 + Math.log(finds)));
  }

  @Override
  public long computeNorm(FieldInvertState state) {
    return 1;
  }

  @Override
  public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
    return new SimScorer() {
      @Override
      public float score(float finds, long norm) {
        return Relevance.score(boost, (int) finds);
      }
    };
  }
}
