package earshot.score.phrase;

import earshot.match.Language;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads patterns: the query language, with templates as its quoted phrases. Only what looks inside
 * a turn has a meaning here: words, phrases, families, OR, NEAR and NOT IN; who speaks and when is
 * said by the question that uses a family.
 */
final class PatternReader {
  /** Stands in the query for a template that was cut out of it. */
  private static final String CUT = "template.";

  private final Language language;
  private final Map<String, List<String>> shortForms;
  private final PhraseBook book;

  PatternReader(Language language, Map<String, List<String>> shortForms, PhraseBook book) {
    this.language = language;
    this.shortForms = shortForms;
    this.book = book;
  }

  /**
   * @throws IllegalArgumentException saying what is wrong
   */
  Pattern read(String text) {
    List<Integer> numbers = new ArrayList<>();
    StringBuilder query = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('"', at);
      if (open < 0) {
        query.append(text, at, text.length());
        break;
      }
      int close = text.indexOf('"', open + 1);
      if (close < 0) {
        throw new IllegalArgumentException("a quote is not closed in: " + text);
      }
      query.append(text, at, open).append('#').append(CUT).append(numbers.size()).append(' ');
      Template template = Template.parse(text.substring(open + 1, close), shortForms);
      numbers.add(book.add(template, language::form));
      at = close + 1;
    }
    try {
      return pattern(QueryParser.parse(query.toString().strip()), numbers);
    } catch (QuerySyntaxException e) {
      throw new IllegalArgumentException(e.getMessage() + " (in: " + text + ")", e);
    }
  }

  private Pattern pattern(Query query, List<Integer> numbers) {
    if (query instanceof Query.Family family) {
      return family.name().startsWith(CUT)
          ? new Pattern.Phrase(numbers.get(Integer.parseInt(family.name().substring(CUT.length()))))
          : new Pattern.Family(family.name());
    } else if (query instanceof Query.Word word) {
      return new Pattern.Stem(language.stem(word.text()));
    } else if (query instanceof Query.Prefix prefix) {
      Template beginning = new Template.Beginning(prefix.text());
      return new Pattern.Phrase(book.add(beginning, language::form));
    } else if (query instanceof Query.Or or) {
      return new Pattern.Any(or.parts().stream().map(p -> pattern(p, numbers)).toList());
    } else if (query instanceof Query.Near near) {
      return new Pattern.Near(
          pattern(near.left(), numbers), pattern(near.right(), numbers), near.gap());
    } else if (query instanceof Query.NotIn notIn) {
      return new Pattern.Outside(pattern(notIn.find(), numbers), pattern(notIn.within(), numbers));
    }
    throw new IllegalArgumentException(
        "a pattern may hold words, \"phrases\", #families, OR, NEAR and NOT IN; not this: "
            + query);
  }
}
