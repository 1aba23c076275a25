package earshot.score.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A quoted phrase with alternatives: {@code "(could|may) i (please|) take"}.
 *
 * <p>Round brackets hold alternatives, separated by a bar; they may hold several words, may nest,
 * and an empty one makes the whole group optional. {@code *} is any one word, {@code canc*} any
 * word that begins so. Brackets stand for whole words.
 */
sealed interface Template {
  /** One word as said. */
  record Word(String text) implements Template {}

  /** Any word that begins so. */
  record Beginning(String text) implements Template {}

  /** Any one word. */
  record AnyWord() implements Template {}

  /** One after the other; nothing at all when empty. */
  record Sequence(List<Template> parts) implements Template {}

  /** One of them. */
  record Choice(List<Template> options) implements Template {}

  /**
   * Reads a template.
   *
   * @param text without the quotes
   * @param shortForms short form to its long forms; each is looked for beside it
   * @throws IllegalArgumentException saying what is wrong
   */
  static Template parse(String text, Map<String, List<String>> shortForms) {
    Parser parser = new Parser(text, shortForms);
    Template template = parser.choice();
    if (parser.at < text.length()) {
      throw new IllegalArgumentException("a bracket closes that was not opened in \"" + text + '"');
    }
    return template;
  }

  /** Reads from left to right. */
  final class Parser {
    private final String text;
    private final Map<String, List<String>> shortForms;
    private int at;

    private Parser(String text, Map<String, List<String>> shortForms) {
      this.text = text;
      this.shortForms = shortForms;
    }

    private Template choice() {
      List<Template> options = new ArrayList<>();
      options.add(sequence());
      while (at < text.length() && text.charAt(at) == '|') {
        at++;
        options.add(sequence());
      }
      return options.size() == 1 ? options.get(0) : new Choice(List.copyOf(options));
    }

    private Template sequence() {
      List<Template> parts = new ArrayList<>();
      while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
          at++;
        } else if (c == '(') {
          parts.add(group());
        } else {
          parts.add(word());
        }
      }
      return parts.size() == 1 ? parts.get(0) : new Sequence(List.copyOf(parts));
    }

    private Template group() {
      requireBlank(at - 1);
      at++;
      Template inner = choice();
      if (at == text.length()) {
        throw new IllegalArgumentException("a bracket is not closed in \"" + text + '"');
      }
      at++;
      requireBlank(at);
      return inner;
    }

    private void requireBlank(int where) {
      if (where >= 0 && where < text.length() && " (|)".indexOf(text.charAt(where)) < 0) {
        throw new IllegalArgumentException(
            "brackets hold whole words; a blank is missing beside one in \"" + text + '"');
      }
    }

    private Template word() {
      int start = at;
      while (at < text.length() && " (|)".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String word = text.substring(start, at);
      if (word.equals("*")) {
        return new AnyWord();
      }
      int asterisk = word.indexOf('*');
      if (asterisk >= 0 && asterisk < word.length() - 1 || word.startsWith("'")) {
        throw new IllegalArgumentException("'" + word + "' is no word in \"" + text + '"');
      }
      if (asterisk >= 0) {
        return new Beginning(word.substring(0, asterisk));
      }
      return longForms(word);
    }

    private Template longForms(String word) {
      List<String> forms = shortForms.get(word);
      if (forms == null) {
        return new Word(word);
      }
      List<Template> options = new ArrayList<>();
      options.add(new Word(word));
      for (String form : forms) {
        List<Template> words = new ArrayList<>();
        for (String part : form.split(" ", -1)) {
          words.add(new Word(part));
        }
        options.add(new Sequence(words));
      }
      return new Choice(options);
    }
  }
}
