package earshot.query;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the characters of a query from left to right. Belongs to one parse. */
final class Scanner {
  private static final String RUN_ENDS = "()\":<>=\u201c\u201d\u201e";

  private final String text;
  private int position;

  Scanner(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  int position() {
    return position;
  }

  void back(int to) {
    position = to;
  }

  void skipBlanks() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  /** The next character after blanks; 0 at the end. */
  char peek() {
    skipBlanks();
    return position < text.length() ? text.charAt(position) : 0;
  }

  /** The character right here, blanks included; 0 at the end. */
  char here() {
    return position < text.length() ? text.charAt(position) : 0;
  }

  void take() {
    position++;
  }

  /** Characters up to a blank, bracket, quote, colon or comparison sign. */
  String run() {
    skipBlanks();
    int start = position;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (Character.isWhitespace(c) || RUN_ENDS.indexOf(c) >= 0) {
        break;
      }
      position++;
    }
    return text.substring(start, position);
  }

  /** Characters up to a blank or closing bracket: the value of a filter. */
  String value() {
    skipBlanks();
    int start = position;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (Character.isWhitespace(c) || c == ')' || c == '(' || quote(c)) {
        break;
      }
      position++;
    }
    return text.substring(start, position);
  }

  /** Takes the keyword when it is the next run as a whole. */
  boolean takeKeyword(String keyword) {
    skipBlanks();
    int start = position;
    if (run().equals(keyword) && here() != ':') {
      return true;
    }
    position = start;
    return false;
  }

  /** The next run, without taking it. */
  String peekRun() {
    skipBlanks();
    int start = position;
    String run = run();
    position = start;
    return run;
  }

  static boolean quote(char c) {
    return c == '"' || c == '\u201c' || c == '\u201d' || c == '\u201e';
  }

  /** What stands between the quote here and the next one. */
  String quoted() throws QuerySyntaxException {
    int start = position;
    position++;
    while (position < text.length() && !quote(text.charAt(position))) {
      position++;
    }
    if (position == text.length()) {
      throw new QuerySyntaxException(
          text, start, "the quote that opens here is not closed", "Close the phrase with \".");
    }
    return text.substring(start + 1, position++);
  }

  /** The comparison sign here, after blanks; null when there is none. */
  @Nullable Comparison comparison() {
    char first = peek();
    if (first != '<' && first != '>' && first != '=') {
      return null;
    }
    take();
    boolean equal = here() == '=';
    if (equal) {
      take();
    }
    return switch (first) {
      case '<' -> equal ? Comparison.AT_MOST : Comparison.LESS;
      case '>' -> equal ? Comparison.AT_LEAST : Comparison.MORE;
      default -> Comparison.EQUAL;
    };
  }

  /** The next character after blanks. */
  int start() {
    skipBlanks();
    return position;
  }

  /** A mistake right here. */
  QuerySyntaxException error(@Nullable String problem, String hint) {
    return new QuerySyntaxException(text, position, String.valueOf(problem), hint);
  }

  /** A tree that its own constructor refuses is the writer's error, at its first character. */
  <T> T checked(int start, Supplier<T> make) throws QuerySyntaxException {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      position = start;
      throw error(e.getMessage(), "");
    }
  }

  /** Seconds as just taken by {@link #run}. */
  double seconds(String value) throws QuerySyntaxException {
    try {
      return Values.seconds(value);
    } catch (IllegalArgumentException e) {
      position -= value.length();
      throw error(e.getMessage(), "For example 30s, 1.5s or 2m.");
    }
  }
}
