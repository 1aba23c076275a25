package earshot.query;

import earshot.call.Event;
import earshot.call.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query as a tree. What each case means is fixed here; {@code earshot.match} answers it.
 *
 * <p>Three kinds of term: those that find words inside one turn (word, prefix, phrase, NEAR, NOT
 * IN), THEN, which joins such finds and events along a call, and those that say yes or no about a
 * whole call (AND, OR, NOT, filters). Where finds inside a turn are needed, an OR of them will do.
 * Constructors refuse trees that have no meaning, so every tree can be printed and parsed again.
 */
public sealed interface Query {

  /** Every call; written {@code *}. */
  record All() implements Query {}

  /**
   * A word in any of its forms: {@code refund} finds "refunds" where the language has a stemmer.
   */
  record Word(String text) implements Query {
    public Word {
      text = Words.word(text);
    }
  }

  /**
   * Words as said that begin with two letters or more: {@code cancel*}.
   *
   * @param text without the asterisk
   */
  record Prefix(String text) implements Query {
    /** Fewer letters than this would search most of the vocabulary. */
    public static final int SHORTEST = 2;

    public Prefix {
      text = Words.word(text);
      if (Words.lettersAndDigits(text) < SHORTEST) {
        throw new IllegalArgumentException(
            "'" + text + "*' is too short: at least " + SHORTEST + " letters before the asterisk");
      }
    }
  }

  /**
   * Words as said, next to each other in one turn; case, accents and apostrophes do not count.
   *
   * @param words each a word, a beginning with an asterisk ({@code apolog*}), or {@code _} for any
   *     one word
   */
  record Phrase(List<String> words) implements Query {
    /** Stands for any one word. */
    public static final String ANY = "_";

    public Phrase {
      words = words.stream().map(Words::phraseWord).toList();
      if (words.stream().allMatch(ANY::equals)) {
        throw new IllegalArgumentException("a phrase needs at least one word");
      }
    }
  }

  /**
   * Phrases with words in common: {@code "thank you for (calling|ringing up)"}. Stands for every
   * phrase that one choice after the other gives.
   */
  record Template(List<Part> parts) implements Query {
    /** The most phrases one template may stand for. */
    public static final int MOST = 500;

    public Template {
      parts = List.copyOf(parts);
      if (parts.stream().noneMatch(p -> p instanceof Part.Choice)) {
        throw new IllegalArgumentException("a template needs a choice such as (calling|ringing)");
      }
      Part.written(parts).forEach(Phrase::new);
    }

    /** Every phrase the template stands for, each once. */
    public List<Phrase> phrases() {
      return Part.written(parts).stream().map(Phrase::new).toList();
    }

    /** A word, or a choice between runs of words. */
    public sealed interface Part {
      /**
       * @param word as in {@link Phrase#words}
       */
      record Single(String word) implements Part {
        public Single {
          word = Words.phraseWord(word);
        }
      }

      /**
       * One of several runs of words.
       *
       * @param options two or more; an empty one makes the choice one that may be left out
       */
      record Choice(List<List<Part>> options) implements Part {
        public Choice {
          options = options.stream().map(List::copyOf).toList();
          if (options.size() < 2) {
            throw new IllegalArgumentException("a choice needs two options, such as (a|b)");
          }
        }
      }

      private static Set<List<String>> written(List<Part> parts) {
        Set<List<String>> runs = Set.of(List.of());
        for (Part part : parts) {
          Set<List<String>> longer = new LinkedHashSet<>();
          for (List<String> run : runs) {
            for (List<String> end : ends(part)) {
              List<String> whole = new ArrayList<>(run);
              whole.addAll(end);
              longer.add(whole);
            }
          }
          if (longer.size() > MOST) {
            throw new IllegalArgumentException(
                "the brackets in the quotes stand for more than " + MOST + " phrases");
          }
          runs = longer;
        }
        return runs;
      }

      private static Set<List<String>> ends(Part part) {
        if (part instanceof Single single) {
          return Set.of(List.of(single.word()));
        }
        Set<List<String>> ends = new LinkedHashSet<>();
        ((Choice) part).options().forEach(o -> ends.addAll(written(o)));
        return ends;
      }
    }
  }

  /**
   * Words that sound like this one, however they are spelt: what recognition may have taken it for.
   * Written {@code ~bill}.
   */
  record Sounding(String text) implements Query {
    /** Shorter words sound like too much. */
    public static final int SHORTEST = 3;

    public Sounding {
      text = Words.word(text);
      if (Words.lettersAndDigits(text) < SHORTEST) {
        throw new IllegalArgumentException(
            "'~" + text + "' is too short: at least " + SHORTEST + " letters after the tilde");
      }
    }
  }

  /**
   * Both in one turn, in either order, without overlap.
   *
   * @param gap the most words that may stand between them
   */
  record Near(Query left, Query right, int gap) implements Query {
    /** The largest gap; beyond it AND says the same. */
    public static final int WIDEST = 100;

    public Near {
      requireInsideTurn("NEAR", left);
      requireInsideTurn("NEAR", right);
      if (gap < 0 || gap > WIDEST) {
        throw new IllegalArgumentException("NEAR/n takes 0 to " + WIDEST + " words, not " + gap);
      }
    }
  }

  /** Finds of the first that are no part of a find of the second. */
  record NotIn(Query find, Query within) implements Query {
    public NotIn {
      requireInsideTurn("NOT IN", find);
      requireInsideTurn("NOT IN", within);
    }
  }

  /**
   * One after the other along the call: each begins after the last word of the one before it began.
   */
  record Then(List<Query> parts) implements Query {
    public Then {
      parts = flat(parts, q -> q instanceof Then then ? then.parts : null);
      requireTwo("THEN", parts);
      for (Query part : parts) {
        if (!alongCall(part)) {
          throw new IllegalArgumentException(
              "THEN joins words, phrases, NEAR, events and OR of these; not "
                  + QueryPrinter.print(part));
        }
      }
    }
  }

  /** Said by one party. Holds and silences belong to nobody and are not restricted. */
  record Said(Role role, Query query) implements Query {}

  /**
   * Begins in the first or last seconds of the call, both ends included; tested on the first word's
   * own start, or on the start of an event.
   *
   * @param seconds length of the window
   */
  record Window(Query query, Side side, double seconds) implements Query {
    /** Which end of the call the window lies at. */
    public enum Side {
      FIRST,
      LAST;

      String id() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    public Window {
      if (!(seconds > 0) || Double.isInfinite(seconds)) {
        throw new IllegalArgumentException("a window must be longer than 0 s, is " + seconds);
      }
    }
  }

  /** All of them, anywhere in the call. */
  record And(List<Query> parts) implements Query {
    public And {
      parts = flat(parts, q -> q instanceof And and ? and.parts : null);
      requireTwo("AND", parts);
    }
  }

  /** At least one of them. */
  record Or(List<Query> parts) implements Query {
    public Or {
      parts = flat(parts, q -> q instanceof Or or ? or.parts : null);
      requireTwo("OR", parts);
    }
  }

  /** Calls in which it is not found. */
  record Not(Query query) implements Query {}

  /**
   * An event, of a certain length where {@code comparison} and {@code seconds} are given.
   *
   * @param comparison null for an event of any length
   * @param seconds 0 where {@code comparison} is null
   */
  record Happening(Event.Kind kind, @Nullable Comparison comparison, double seconds)
      implements Query {
    public Happening {
      if (!(seconds >= 0) || Double.isInfinite(seconds)) {
        throw new IllegalArgumentException(kind.id() + " needs 0 s or more, not " + seconds);
      }
      if (comparison == null && seconds != 0) {
        throw new IllegalArgumentException(kind.id() + " has seconds, but no comparison");
      }
    }
  }

  /**
   * A condition on a call's own fields.
   *
   * @param field one of {@link Field}'s names
   */
  record Filter(String field, Condition condition) implements Query {
    public Filter {
      Field known = Field.named(field).orElseThrow(() -> Field.unknown(field));
      known.check(field, condition);
    }
  }

  /** A named family of phrases, given where the query is used: {@code #greeting}. */
  record Family(String name) implements Query {
    public Family {
      if (!name.matches("[a-z0-9][a-z0-9_.-]*")) {
        throw new IllegalArgumentException(
            "a family's name is lower-case letters, digits, - _ and dots, not '" + name + "'");
      }
    }
  }

  /** Whether its finds are words inside one turn. A family is taken at its word until resolved. */
  static boolean insideTurn(Query query) {
    if (query instanceof Said said) {
      return insideTurn(said.query());
    }
    if (query instanceof Window window) {
      return insideTurn(window.query());
    }
    if (query instanceof Or or) {
      return or.parts().stream().allMatch(Query::insideTurn);
    }
    return query instanceof Word
        || query instanceof Prefix
        || query instanceof Phrase
        || query instanceof Template
        || query instanceof Sounding
        || query instanceof Near
        || query instanceof NotIn
        || query instanceof Family;
  }

  /** Whether its finds have a place along the call, so that THEN can order them. */
  static boolean alongCall(Query query) {
    if (query instanceof Said said) {
      return alongCall(said.query());
    }
    if (query instanceof Window window) {
      return alongCall(window.query());
    }
    if (query instanceof Or or) {
      return or.parts().stream().allMatch(Query::alongCall);
    }
    return query instanceof Happening || query instanceof Then || insideTurn(query);
  }

  private static void requireInsideTurn(String operator, Query query) {
    if (!insideTurn(query)) {
      throw new IllegalArgumentException(
          operator
              + " looks inside one turn and takes words, phrases and OR of these; not "
              + QueryPrinter.print(query));
    }
  }

  private static void requireTwo(String operator, List<Query> parts) {
    if (parts.size() < 2) {
      throw new IllegalArgumentException(operator + " needs two terms or more");
    }
  }

  private static List<Query> flat(
      List<Query> parts, java.util.function.Function<Query, @Nullable List<Query>> inner) {
    List<Query> flat = new ArrayList<>();
    for (Query part : parts) {
      List<Query> same = inner.apply(part);
      if (same == null) {
        flat.add(part);
      } else {
        flat.addAll(same);
      }
    }
    return List.copyOf(flat);
  }
}
