package earshot.query;

/** A query that cannot be understood, and where. */
public final class QuerySyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String query;
  private final int position;
  private final String hint;

  /**
   * @param position 0-based character at which it stopped making sense; the query's length for its
   *     end
   * @param problem what was expected, or is wrong
   * @param hint what to write instead; empty when there is nothing to add
   */
  public QuerySyntaxException(String query, int position, String problem, String hint) {
    super(problem);
    this.query = query;
    this.position = Math.max(0, Math.min(position, query.length()));
    this.hint = hint;
  }

  public String query() {
    return query;
  }

  /** 0-based character. */
  public int position() {
    return position;
  }

  /** What to write instead; may be empty. */
  public String hint() {
    return hint;
  }

  /** Problem and hint, without the place. */
  public String sentences() {
    return hint.isEmpty() ? String.valueOf(getMessage()) : getMessage() + ". " + hint;
  }

  /** The query, a caret under the place, problem and hint; for a terminal. */
  public String display() {
    String place = query.replaceAll("\\s", " ") + "\n" + " ".repeat(position) + "^ ";
    return place + getMessage() + (hint.isEmpty() ? "" : "\n" + hint);
  }
}
