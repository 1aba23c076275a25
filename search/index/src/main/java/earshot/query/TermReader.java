package earshot.query;

import earshot.call.Event;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what operators combine: words, phrases, events, families and filters. */
final class TermReader {
  static final Map<String, Event.Kind> EVENTS =
      Arrays.stream(Event.Kind.values()).collect(Collectors.toMap(Event.Kind::id, k -> k));

  /** NEAR in small letters, which nobody means as a word. */
  static final String LOWER_NEAR = "near/\\d+";

  private final Scanner scanner;
  private final FieldNames names;

  TermReader(Scanner scanner, FieldNames names) {
    this.scanner = scanner;
    this.names = names;
  }

  Query read() throws QuerySyntaxException {
    char c = scanner.peek();
    if (Scanner.quote(c)) {
      return phrase();
    } else if (c == '#') {
      int start = scanner.position();
      scanner.take();
      String name = scanner.run();
      return scanner.checked(start, () -> new Query.Family(name));
    }
    return named();
  }

  private Query phrase() throws QuerySyntaxException {
    int start = scanner.position();
    String text = scanner.quoted();
    return scanner.checked(start, () -> PhraseReader.read(text));
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
        return scanner.checked(start, () -> new Query.Word(text));
      case "family":
        String family = scanner.run();
        return scanner.checked(start, () -> new Query.Family(family));
      default:
        Field field = field(start, name);
        Comparison comparison = scanner.comparison();
        if (comparison != null) {
          return comparison(start, name, comparison);
        }
        int at = scanner.start();
        String value = value();
        return scanner.checked(
            at, () -> new Query.Filter(name, Values.condition(field, name, value)));
    }
  }

  private Query comparison(int start, String name, Comparison comparison)
      throws QuerySyntaxException {
    Event.Kind kind = EVENTS.get(name.toLowerCase(Locale.ROOT));
    if (kind != null) {
      return new Query.Happening(kind, comparison, scanner.seconds(scanner.run()));
    }
    Field field = field(start, name);
    int at = scanner.start();
    String value = value();
    return scanner.checked(
        at, () -> new Query.Filter(name, Values.condition(field, name, comparison, value)));
  }

  private Field field(int start, String name) throws QuerySyntaxException {
    Field field =
        Field.named(name)
            .orElseThrow(
                () -> {
                  scanner.back(start);
                  return scanner.error(
                      "unknown filter '" + name + "'",
                      Field.namesNear(name) + ". Words with a colon are written in quotes.");
                });
    Optional<Field.Named> unknown = names.unknown(field, name);
    if (unknown.isPresent()) {
      String after = field.after(name);
      scanner.back(start + name.length() - after.length());
      throw scanner.error(unknown.get().unknown(after), names.near(unknown.get(), after) + ".");
    }
    return field;
  }

  private String value() throws QuerySyntaxException {
    String value = Scanner.quote(scanner.peek()) ? scanner.quoted() : scanner.value();
    if (value.isBlank()) {
      throw scanner.error("a value is expected here", "");
    }
    return value;
  }

  private Query word(int start, String run) throws QuerySyntaxException {
    Event.Kind kind = EVENTS.get(run.toLowerCase(Locale.ROOT));
    if (kind != null) {
      return new Query.Happening(kind, null, 0);
    }
    String problem = Hints.wordProblem(run);
    if (problem != null) {
      scanner.back(start);
      throw scanner.error(problem, Hints.wordHint(run));
    }
    if (run.equals("*")) {
      return new Query.All();
    }
    if (run.startsWith("~")) {
      return scanner.checked(start, () -> new Query.Sounding(run.substring(1)));
    }
    if (run.endsWith("*")) {
      return scanner.checked(start, () -> new Query.Prefix(run.substring(0, run.length() - 1)));
    }
    return scanner.checked(start, () -> new Query.Word(run));
  }
}
