package earshot.score.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A pattern of the query language, made ready: what it finds inside the turns of one call. */
sealed interface Pattern {
  /** A quoted phrase, by its number in the {@link PhraseBook}. */
  record Phrase(int number) implements Pattern {}

  /** A word in any of its forms. */
  record Stem(String stem) implements Pattern {}

  record Family(String name) implements Pattern {}

  record Any(List<Pattern> parts) implements Pattern {}

  /** Both in one turn with at most so many words between them. */
  record Near(Pattern left, Pattern right, int gap) implements Pattern {}

  /** What is found and no part of a find of the other. */
  record Outside(Pattern find, Pattern within) implements Pattern {}

  /** The phrases of which one alone is a find; those that need another beside them left out. */
  default List<Integer> whole() {
    if (this instanceof Phrase phrase) {
      return List.of(phrase.number());
    } else if (this instanceof Any any) {
      return any.parts().stream().flatMap(p -> p.whole().stream()).toList();
    }
    return this instanceof Outside outside ? outside.find().whole() : List.of();
  }

  /** The families it names. */
  default Set<String> families() {
    Set<String> names = new TreeSet<>();
    if (this instanceof Family family) {
      names.add(family.name());
    } else if (this instanceof Any any) {
      any.parts().forEach(p -> names.addAll(p.families()));
    } else if (this instanceof Near near) {
      names.addAll(near.left().families());
      names.addAll(near.right().families());
    } else if (this instanceof Outside outside) {
      names.addAll(outside.find().families());
      names.addAll(outside.within().families());
    }
    return names;
  }

  /** Finds, sorted and without doubles. */
  default List<Span> find(Phrases call) {
    if (this instanceof Phrase phrase) {
      return call.phrase(phrase.number());
    } else if (this instanceof Stem stem) {
      return call.stem(stem.stem());
    } else if (this instanceof Family family) {
      return call.spans(family.name());
    } else if (this instanceof Any any) {
      List<Span> all = new ArrayList<>();
      any.parts().forEach(p -> all.addAll(p.find(call)));
      return all.stream().sorted().distinct().toList();
    } else if (this instanceof Near near) {
      return pairs(near.left().find(call), near.right().find(call), near.gap());
    }
    Outside outside = (Outside) this;
    List<Span> finds = outside.find().find(call);
    return finds.isEmpty() ? finds : outside(finds, outside.within().find(call));
  }

  /** Those that are no part of any span of the other list. */
  static List<Span> outside(List<Span> finds, List<Span> within) {
    return within.isEmpty()
        ? finds
        : finds.stream().filter(f -> within.stream().noneMatch(w -> w.contains(f))).toList();
  }

  /** Those that share no word with any span of the other list. */
  static List<Span> apart(List<Span> finds, List<Span> from) {
    return from.isEmpty()
        ? finds
        : finds.stream().filter(f -> from.stream().noneMatch(f::overlaps)).toList();
  }

  private static List<Span> pairs(List<Span> left, List<Span> right, int gap) {
    List<Span> pairs = new ArrayList<>();
    for (Span one : left) {
      for (Span other : right) {
        if (one.turn() == other.turn()) {
          int between = Math.max(other.first() - one.last(), one.first() - other.last()) - 1;
          if (between >= 0 && between <= gap) {
            pairs.add(
                new Span(
                    one.turn(),
                    Math.min(one.first(), other.first()),
                    Math.max(one.last(), other.last())));
          }
        }
      }
    }
    return pairs.stream().sorted().distinct().toList();
  }
}
