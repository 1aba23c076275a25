package earshot.query;

import earshot.call.Event;
import earshot.call.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
 * primary = word | word* | "phrase" | ( query ) | event | filter | #family | word:text | *
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

  static final Map<String, Event.Kind> EVENTS =
      Arrays.stream(Event.Kind.values()).collect(Collectors.toMap(Event.Kind::id, k -> k));
  static final String LOWER_NEAR = "near/\\d+";
  private static final Map<String, Role> ROLES =
      Arrays.stream(Role.values()).collect(Collectors.toMap(Role::id, r -> r));
  private static final int DEEPEST = 60;
  private static final int LONGEST = 100_000;

  private final Scanner scanner;
  private int depth;

  private QueryParser(String text) {
    this.scanner = new Scanner(text);
  }

  /**
   * Parses one query.
   *
   * @throws QuerySyntaxException saying where and what was expected
   */
  public static Query parse(String text) throws QuerySyntaxException {
    if (text.length() > LONGEST) {
      throw new QuerySyntaxException("", 0, "a query has at most " + LONGEST + " characters", "");
    }
    QueryParser parser = new QueryParser(text);
    if (parser.scanner.peek() == 0) {
      throw parser.error("a query needs at least one term", "Write * for all calls.");
    }
    Query query = parser.or();
    if (parser.scanner.peek() == ')') {
      throw parser.error("this bracket closes nothing", "Remove it, or open one with ( before.");
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
    int start = start();
    List<Query> parts = new ArrayList<>();
    parts.add(near());
    while (scanner.takeKeyword("THEN")) {
      refuseNot("THEN");
      parts.add(near());
    }
    return parts.size() == 1 ? parts.get(0) : checked(start, () -> new Query.Then(parts));
  }

  private Query near() throws QuerySyntaxException {
    int start = start();
    Query left = term();
    while (true) {
      String run = scanner.peekRun();
      if (run.equals("NEAR") || run.startsWith("NEAR/")) {
        int gap = gap();
        refuseNot("NEAR");
        Query find = left;
        Query right = term();
        left = checked(start, () -> new Query.Near(find, right, gap));
      } else if (run.equals("NOT") && takeNotIn()) {
        Query find = left;
        Query within = term();
        left = checked(start, () -> new Query.NotIn(find, within));
      } else {
        return left;
      }
    }
  }

  private int gap() throws QuerySyntaxException {
    int start = start();
    String run = scanner.run();
    if (run.equals("NEAR")) {
      return DEFAULT_GAP;
    }
    String digits = run.substring("NEAR/".length());
    if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > Query.Near.WIDEST) {
      scanner.back(start);
      throw error(
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
      throw error(
          operator + " needs something that is found, not NOT",
          "NOT combines over the call: a AND NOT b.");
    }
  }

  private Query term() throws QuerySyntaxException {
    int start = start();
    Query term = prefixed();
    while (scanner.peek() == '@') {
      Query inner = term;
      scanner.take();
      Query.Window.Side side = side();
      double seconds = seconds(scanner.run());
      term = checked(start, () -> new Query.Window(inner, side, seconds));
    }
    return term;
  }

  private Query prefixed() throws QuerySyntaxException {
    int start = start();
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
    throw error("a window is @first or @last", "For example: hello @first 30s");
  }

  private double seconds(String value) throws QuerySyntaxException {
    try {
      return Values.seconds(value);
    } catch (IllegalArgumentException e) {
      scanner.back(scanner.position() - value.length());
      throw error(e.getMessage(), "For example 30s, 1.5s or 2m.");
    }
  }

  private Query primary() throws QuerySyntaxException {
    char c = scanner.peek();
    if (c == '(') {
      return group();
    } else if (Scanner.quote(c)) {
      return phrase();
    } else if (c == '#') {
      int start = scanner.position();
      scanner.take();
      String name = scanner.run();
      return checked(start, () -> new Query.Family(name));
    } else if (c == '@') {
      throw error("a window follows the term it binds", "For example: hello @first 30s");
    } else if (c == 0 || c == ')') {
      throw error("a word, phrase, event or filter is expected here", "");
    }
    return named();
  }

  private Query group() throws QuerySyntaxException {
    int start = scanner.position();
    scanner.take();
    deeper();
    if (scanner.peek() == ')') {
      throw error("the brackets are empty", "");
    }
    Query query = or();
    if (scanner.peek() != ')') {
      scanner.back(start);
      throw error("the bracket that opens here is not closed", "Close the group with ).");
    }
    scanner.take();
    depth--;
    return query;
  }

  private Query phrase() throws QuerySyntaxException {
    int start = scanner.position();
    List<String> words = new ArrayList<>();
    for (String word : scanner.quoted().strip().split("\\s+")) {
      if (word.equals("*") || word.equals(Query.Phrase.ANY) || Words.lettersAndDigits(word) > 0) {
        words.add(word);
      }
    }
    return checked(start, () -> new Query.Phrase(words));
  }

  private Query named() throws QuerySyntaxException {
    int start = scanner.position();
    String run = scanner.run();
    if (scanner.here() == ':') {
      scanner.take();
      return colon(start, run);
    }
    int end = scanner.position();
    Comparison comparison = scanner.comparison();
    if (comparison != null) {
      return comparison(start, run, comparison);
    }
    scanner.back(end);
    return word(start, run);
  }

  private Query colon(int start, String name) throws QuerySyntaxException {
    switch (name) {
      case "word":
        String text = scanner.run();
        return checked(start, () -> new Query.Word(text));
      case "family":
        String family = scanner.run();
        return checked(start, () -> new Query.Family(family));
      default:
        Field field = field(start, name);
        Comparison comparison = scanner.comparison();
        if (comparison != null) {
          return comparison(start, name, comparison);
        }
        int at = start();
        String value = value();
        return checked(at, () -> new Query.Filter(name, Values.condition(field, name, value)));
    }
  }

  private Query comparison(int start, String name, Comparison comparison)
      throws QuerySyntaxException {
    Event.Kind kind = EVENTS.get(name.toLowerCase(java.util.Locale.ROOT));
    if (kind != null) {
      return new Query.Happening(kind, comparison, seconds(scanner.run()));
    }
    Field field = field(start, name);
    int at = start();
    String value = value();
    return checked(
        at, () -> new Query.Filter(name, Values.condition(field, name, comparison, value)));
  }

  private Field field(int start, String name) throws QuerySyntaxException {
    return Field.named(name)
        .orElseThrow(
            () -> {
              scanner.back(start);
              return error(
                  "unknown filter '" + name + "'",
                  "The " + Field.names() + ". Words with a colon are written in quotes.");
            });
  }

  private String value() throws QuerySyntaxException {
    String value = Scanner.quote(scanner.peek()) ? scanner.quoted() : scanner.value();
    if (value.isBlank()) {
      throw error("a value is expected here", "");
    }
    return value;
  }

  private Query word(int start, String run) throws QuerySyntaxException {
    Event.Kind kind = EVENTS.get(run.toLowerCase(java.util.Locale.ROOT));
    if (kind != null) {
      return new Query.Happening(kind, null, 0);
    }
    String problem = Hints.wordProblem(run);
    if (problem != null) {
      scanner.back(start);
      throw error(problem, Hints.wordHint(run));
    }
    if (run.equals("*")) {
      return new Query.All();
    }
    if (run.endsWith("*")) {
      return checked(start, () -> new Query.Prefix(run.substring(0, run.length() - 1)));
    }
    return checked(start, () -> new Query.Word(run));
  }

  private int start() {
    scanner.skipBlanks();
    return scanner.position();
  }

  private void deeper() throws QuerySyntaxException {
    if (++depth > DEEPEST) {
      throw error("brackets and operators are nested deeper than " + DEEPEST, "");
    }
  }

  /** A tree that its own constructor refuses is the writer's error, at its first character. */
  private <T> T checked(int start, Supplier<T> make) throws QuerySyntaxException {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      scanner.back(start);
      throw error(String.valueOf(e.getMessage()), "");
    }
  }

  private QuerySyntaxException error(
      @org.jspecify.annotations.Nullable String problem, String hint) {
    return new QuerySyntaxException(
        scanner.text(), scanner.position(), String.valueOf(problem), hint);
  }
}
