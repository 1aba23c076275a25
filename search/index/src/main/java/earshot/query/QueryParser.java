package earshot.query;

import earshot.call.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads the query language.
 *
 * <pre>
 * query   = and { "OR" and }
 * and     = not { [ "AND" ] not }                  side by side means AND
 * not     = "NOT" not | then
 * then    = near { "THEN" near }
 * near    = term { "NEAR" ["/" n] term | "NOT" "IN" term }     from left to right
 * term    = [ role ":" ] term | primary { "@first" time | "@last" time }
 * primary = word | word* | ~word | "phrase" | ( query ) | event | filter | #family | word:text | *
 * phrase  = { word | word* | _ | "(" phrase { "|" phrase } ")" }
 * event   = silence | overtalk | hold, each with an optional comparison such as &gt;10s
 * filter  = field:value | field:from..to | field comparison value
 * </pre>
 *
 * <p>Operators are written in capitals; in small letters they are words to search for. The words
 * silence, overtalk and hold are events; as words they are written {@code word:hold} or {@code
 * "hold"}.
 */
public final class QueryParser {
  /** Gap of a NEAR without a number. */
  public static final int DEFAULT_GAP = 10;

  private static final Map<String, Role> ROLES =
      Arrays.stream(Role.values()).collect(Collectors.toMap(Role::id, r -> r));
  private static final int DEEPEST = 60;
  private static final int LONGEST = 100_000;

  private final Scanner scanner;
  private final FieldNames names;
  private int depth;

  private QueryParser(String text, FieldNames names) {
    this.scanner = new Scanner(text);
    this.names = names;
  }

  /**
   * Parses one query.
   *
   * @throws QuerySyntaxException saying where and what was expected
   */
  public static Query parse(String text) throws QuerySyntaxException {
    return parse(text, FieldNames.ANY);
  }

  /**
   * Parses one query that is asked now.
   *
   * @param names forms and questions that the calls searched have; another one is a mistake
   * @throws QuerySyntaxException saying where and what was expected
   */
  public static Query parse(String text, FieldNames names) throws QuerySyntaxException {
    if (text.length() > LONGEST) {
      throw new QuerySyntaxException("", 0, "a query has at most " + LONGEST + " characters", "");
    }
    QueryParser parser = new QueryParser(text, names);
    if (parser.scanner.peek() == 0) {
      throw parser.scanner.error("a query needs at least one term", "Write * for all calls.");
    }
    Query query = parser.or();
    if (parser.scanner.peek() == ')') {
      throw parser.scanner.error(
          "this bracket closes nothing", "Remove it, or open one with ( before.");
    }
    return query;
  }

  private Query or() throws QuerySyntaxException {
    List<Query> parts = new ArrayList<>();
    parts.add(and());
    while (scanner.takeKeyword("OR")) {
      parts.add(and());
    }
    return parts.size() == 1 ? parts.get(0) : new Query.Or(parts);
  }

  private Query and() throws QuerySyntaxException {
    List<Query> parts = new ArrayList<>();
    parts.add(not());
    while (true) {
      if (scanner.takeKeyword("AND")) {
        parts.add(not());
      } else if (scanner.peek() != 0 && scanner.peek() != ')' && !scanner.peekRun().equals("OR")) {
        parts.add(not());
      } else {
        return parts.size() == 1 ? parts.get(0) : new Query.And(parts);
      }
    }
  }

  private Query not() throws QuerySyntaxException {
    if (scanner.takeKeyword("NOT")) {
      deeper();
      Query query = new Query.Not(not());
      depth--;
      return query;
    }
    return then();
  }

  private Query then() throws QuerySyntaxException {
    int start = scanner.start();
    List<Query> parts = new ArrayList<>();
    parts.add(near());
    while (scanner.takeKeyword("THEN")) {
      refuseNot("THEN");
      parts.add(near());
    }
    return parts.size() == 1 ? parts.get(0) : scanner.checked(start, () -> new Query.Then(parts));
  }

  private Query near() throws QuerySyntaxException {
    int start = scanner.start();
    int before = depth;
    Query left = term();
    while (true) {
      String run = scanner.peekRun();
      if (run.equals("NEAR") || run.startsWith("NEAR/")) {
        deeper();
        int gap = gap();
        refuseNot("NEAR");
        Query find = left;
        Query right = term();
        left = scanner.checked(start, () -> new Query.Near(find, right, gap));
      } else if (run.equals("NOT") && takeNotIn()) {
        deeper();
        Query find = left;
        Query within = term();
        left = scanner.checked(start, () -> new Query.NotIn(find, within));
      } else {
        depth = before;
        return left;
      }
    }
  }

  private int gap() throws QuerySyntaxException {
    int start = scanner.start();
    String run = scanner.run();
    if (run.equals("NEAR")) {
      return DEFAULT_GAP;
    }
    String digits = run.substring("NEAR/".length());
    if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > Query.Near.WIDEST) {
      scanner.back(start);
      throw scanner.error(
          "NEAR/ is followed by 0 to " + Query.Near.WIDEST + ", the most words in between",
          "For example: sorry NEAR/4 delay");
    }
    return Integer.parseInt(digits);
  }

  private boolean takeNotIn() {
    int start = scanner.position();
    if (scanner.takeKeyword("NOT") && scanner.takeKeyword("IN")) {
      return true;
    }
    scanner.back(start);
    return false;
  }

  private void refuseNot(String operator) throws QuerySyntaxException {
    if (scanner.peekRun().equals("NOT")) {
      throw scanner.error(
          operator + " needs something that is found, not NOT",
          "NOT combines over the call: a AND NOT b.");
    }
  }

  private Query term() throws QuerySyntaxException {
    int start = scanner.start();
    int before = depth;
    Query term = prefixed();
    while (scanner.peek() == '@') {
      deeper();
      Query inner = term;
      scanner.take();
      Query.Window.Side side = side();
      double seconds = scanner.seconds(scanner.run());
      term = scanner.checked(start, () -> new Query.Window(inner, side, seconds));
    }
    depth = before;
    return term;
  }

  private Query prefixed() throws QuerySyntaxException {
    int start = scanner.start();
    Role role = ROLES.get(scanner.run());
    if (role != null && scanner.peek() == ':') {
      scanner.take();
      deeper();
      Query query = new Query.Said(role, prefixed());
      depth--;
      return query;
    }
    scanner.back(start);
    return primary();
  }

  private Query.Window.Side side() throws QuerySyntaxException {
    for (Query.Window.Side side : Query.Window.Side.values()) {
      if (scanner.text().startsWith(side.id(), scanner.position())) {
        scanner.back(scanner.position() + side.id().length());
        return side;
      }
    }
    throw scanner.error("a window is @first or @last", "For example: hello @first 30s");
  }

  private Query primary() throws QuerySyntaxException {
    char c = scanner.peek();
    if (c == '(') {
      return group();
    } else if (c == '@') {
      throw scanner.error("a window follows the term it binds", "For example: hello @first 30s");
    } else if (c == 0 || c == ')') {
      throw scanner.error("a word, phrase, event or filter is expected here", "");
    }
    return new TermReader(scanner, names).read();
  }

  private Query group() throws QuerySyntaxException {
    int start = scanner.position();
    scanner.take();
    deeper();
    if (scanner.peek() == ')') {
      throw scanner.error("the brackets are empty", "");
    }
    Query query = or();
    if (scanner.peek() != ')') {
      scanner.back(start);
      throw scanner.error("the bracket that opens here is not closed", "Close the group with ).");
    }
    scanner.take();
    depth--;
    return query;
  }

  private void deeper() throws QuerySyntaxException {
    if (++depth > DEEPEST) {
      throw scanner.error("brackets and operators are nested deeper than " + DEEPEST, "");
    }
  }
}
