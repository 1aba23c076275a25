package earshot.query;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a run of characters where a word is expected, and what was likely meant. */
final class Hints {
  private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT", "THEN", "NEAR", "IN");

  private Hints() {}

  static @Nullable String wordProblem(String run) {
    if (run.isEmpty()) {
      return "a word, phrase, event or filter is expected here";
    }
    if (OPERATORS.contains(run) || run.startsWith("NEAR/")) {
      return run + " needs a term before and after it";
    }
    if (run.matches("(?i)" + TermReader.LOWER_NEAR)) {
      return "'" + run + "' is no word";
    }
    if (run.startsWith("-") && run.length() > 1) {
      return "a minus does not exclude here";
    }
    if (run.startsWith("*") && run.length() > 1) {
      return "an asterisk can end a word, but not begin it";
    }
    int asterisk = run.indexOf('*');
    return asterisk >= 0 && asterisk < run.length() - 1 ? "an asterisk can only end a word" : null;
  }

  static String wordHint(String run) {
    if (OPERATORS.contains(run)) {
      return "To search for the word, write it in small letters.";
    }
    if (run.matches("(?i)" + TermReader.LOWER_NEAR)) {
      return "Operators are written in capitals: sorry NEAR/4 delay";
    }
    if (run.startsWith("-")) {
      return "Write NOT " + run.substring(1) + ".";
    }
    return run.indexOf('*') >= 0 ? "For example: cancel*" : "";
  }
}
