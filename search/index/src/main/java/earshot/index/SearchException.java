package earshot.index;

/** A query that is understood, but that the index will not answer; the message says what to do. */
public final class SearchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Words that the beginning of one may stand for, in one part of the index. */
  static final int MOST_EXPANSIONS = 2000;

  /** Words, phrases and conditions of one query. */
  static final int MOST_TERMS = 1000;

  SearchException(String message) {
    super(message);
  }

  static SearchException tooManyWords(String beginning) {
    return new SearchException(
        "more than "
            + MOST_EXPANSIONS
            + " words begin with '"
            + beginning
            + "'; write more of its letters");
  }

  static SearchException tookTooLong(java.time.Duration allowed) {
    return new SearchException(
        "the search was given up after "
            + allowed.toMillis()
            + " ms; narrow it with a filter such as date:2026-10-01.., or with rarer words");
  }

  static SearchException tooManyTerms() {
    return new SearchException(
        "the query has more than " + MOST_TERMS + " words and conditions; search in parts");
  }
}
