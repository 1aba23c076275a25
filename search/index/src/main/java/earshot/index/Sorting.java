package earshot.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/**
 * The order of hits. Equal ones follow newest first, then by call id, so that pages never overlap.
 *
 * @param form whose score counts; empty unless the order is by score
 */
public record Sorting(Order order, String form) {
  /** What comes first. */
  public enum Order {
    /** Most finds first. */
    RELEVANCE,
    NEWEST,
    OLDEST,
    LONGEST,
    /** Lowest score of a form first; calls without a score last. */
    LOWEST_SCORE
  }

  public static final Sorting RELEVANCE = new Sorting(Order.RELEVANCE, "");
  public static final Sorting NEWEST = new Sorting(Order.NEWEST, "");
  public static final Sorting OLDEST = new Sorting(Order.OLDEST, "");
  public static final Sorting LONGEST = new Sorting(Order.LONGEST, "");

  private static final String SCORE = "score.";

  public Sorting {
    if ((order == Order.LOWEST_SCORE) == form.isEmpty()) {
      throw new IllegalArgumentException("an order by score needs a form, and no other order has");
    }
  }

  /** Lowest score of the form first. */
  public static Sorting lowest(String form) {
    return new Sorting(Order.LOWEST_SCORE, form);
  }

  /**
   * Reads an order as {@link #toString} writes it: {@code relevance}, {@code newest}, {@code
   * oldest}, {@code longest} or {@code score.FORM}.
   */
  public static Sorting parse(String text) {
    if (text.startsWith(SCORE) && text.length() > SCORE.length()) {
      return lowest(text.substring(SCORE.length()));
    }
    return switch (text) {
      case "relevance" -> RELEVANCE;
      case "newest" -> NEWEST;
      case "oldest" -> OLDEST;
      case "longest" -> LONGEST;
      default ->
          throw new IllegalArgumentException(
              "cannot sort by '"
                  + text
                  + "'; orders are relevance, newest, oldest, longest and score.FORM (lowest first)");
    };
  }

  @Override
  public String toString() {
    return order == Order.LOWEST_SCORE
        ? SCORE + form
        : order.name().toLowerCase(java.util.Locale.ROOT);
  }

  Sort lucene() {
    List<SortField> fields = new ArrayList<>();
    switch (order) {
      case RELEVANCE -> fields.add(SortField.FIELD_SCORE);
      case NEWEST -> {}
      case OLDEST -> fields.add(new SortField(IndexFields.STARTED_AT, SortField.Type.LONG));
      case LONGEST -> fields.add(new SortField(IndexFields.LENGTH_MS, SortField.Type.LONG, true));
      case LOWEST_SCORE -> {
        SortField score = new SortField(IndexFields.number(SCORE + form), SortField.Type.DOUBLE);
        score.setMissingValue(Double.POSITIVE_INFINITY);
        fields.add(score);
      }
    }
    fields.add(new SortField(IndexFields.STARTED_AT, SortField.Type.LONG, true));
    fields.add(new SortField(IndexFields.CALL_ID, SortField.Type.STRING));
    return new Sort(fields.toArray(new SortField[0]));
  }
}
