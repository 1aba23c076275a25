package earshot.table;

import earshot.call.AnswerValue;
import earshot.stats.Proportion;

/** How often each answer was given. Not thread-safe. */
public final class AnswerCounts {
  private final long[] counts = new long[AnswerValue.values().length];

  public void add(AnswerValue answer) {
    add(answer, 1);
  }

  public void add(AnswerValue answer, long times) {
    counts[answer.ordinal()] += times;
  }

  public long of(AnswerValue answer) {
    return counts[answer.ordinal()];
  }

  /** All answers, NA and UNKNOWN too. */
  public long all() {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  /** YES among YES and NO: what does not apply or cannot be told leaves the denominator. */
  public Proportion yes() {
    long yes = of(AnswerValue.YES);
    return new Proportion(yes, yes + of(AnswerValue.NO));
  }
}
