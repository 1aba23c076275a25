package earshot.query;

import earshot.query.Query.Template.Part;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands in quotes: words, and choices in round brackets. */
final class PhraseReader {
  private static final int DEEPEST = 10;

  private final String text;
  private int at;
  private int depth;

  private PhraseReader(String text) {
    this.text = text;
  }

  /**
   * A phrase, or a template where there are choices.
   *
   * @param text without the quotes
   * @throws IllegalArgumentException saying what is wrong
   */
  static Query read(String text) {
    PhraseReader reader = new PhraseReader(text);
    List<Part> parts = reader.choice();
    if (reader.at < text.length()) {
      throw new IllegalArgumentException("a bracket in the quotes closes that was not opened");
    }
    if (parts.stream().allMatch(p -> p instanceof Part.Single)) {
      return new Query.Phrase(parts.stream().map(p -> ((Part.Single) p).word()).toList());
    }
    return new Query.Template(parts);
  }

  /** One run of words, or runs with bars between them. */
  private List<Part> choice() {
    List<List<Part>> options = new ArrayList<>();
    options.add(run());
    while (at < text.length() && text.charAt(at) == '|') {
      at++;
      options.add(run());
    }
    return options.size() == 1 ? options.get(0) : List.of(new Part.Choice(options));
  }

  private List<Part> run() {
    List<Part> parts = new ArrayList<>();
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '(') {
        parts.addAll(group());
      } else {
        word(parts);
      }
    }
    return parts;
  }

  private List<Part> group() {
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException("brackets in quotes are nested deeper than " + DEEPEST);
    }
    at++;
    List<Part> parts = choice();
    if (at == text.length()) {
      throw new IllegalArgumentException("a bracket in the quotes is not closed");
    }
    at++;
    depth--;
    return parts;
  }

  /** Punctuation by itself is no word. */
  private void word(List<Part> parts) {
    int start = at;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && "()|".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    if (word.equals("*") || word.equals(Query.Phrase.ANY) || Words.lettersAndDigits(word) > 0) {
      parts.add(new Part.Single(word));
    }
  }
}
