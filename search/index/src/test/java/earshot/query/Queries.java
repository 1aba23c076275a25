package earshot.query;

import earshot.call.Event;
import earshot.call.Role;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Trees of the query language for property tests. */
public final class Queries {
  private Queries() {}

  /** Any tree over these words. */
  public static Arbitrary<Query> any(List<String> words) {
    return combined(words, 3);
  }

  private static Arbitrary<Query> combined(List<String> words, int depth) {
    Arbitrary<Query> leaf =
        Arbitraries.oneOf(
            alongCall(words, 2), alongCall(words, 2), filters(), Arbitraries.just(new Query.All()));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Query> inner = Arbitraries.lazy(() -> combined(words, depth - 1));
    return Arbitraries.oneOf(
        leaf,
        inner.list().ofMinSize(2).ofMaxSize(3).map(Query.And::new),
        inner.list().ofMinSize(2).ofMaxSize(3).map(Query.Or::new),
        inner.map(Query.Not::new),
        bound(inner));
  }

  private static Arbitrary<Query> alongCall(List<String> words, int depth) {
    Arbitrary<Query> leaf = Arbitraries.oneOf(insideTurn(words, 2), events());
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Query> inner = Arbitraries.lazy(() -> alongCall(words, depth - 1));
    return Arbitraries.oneOf(
        leaf,
        inner.list().ofMinSize(2).ofMaxSize(3).map(Query.Then::new),
        inner.list().ofMinSize(2).ofMaxSize(3).map(Query.Or::new),
        bound(inner));
  }

  private static Arbitrary<Query> insideTurn(List<String> words, int depth) {
    Arbitrary<String> word = Arbitraries.of(words);
    Arbitrary<Query> leaf =
        Arbitraries.oneOf(
            word.map(Query.Word::new),
            word.filter(w -> w.matches("\\p{L}{2}.*"))
                .map(w -> new Query.Prefix(w.substring(0, 2))),
            word.filter(w -> w.matches("\\p{L}{3}.*")).map(Query.Sounding::new),
            phrases(word),
            templates(word));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Query> inner = Arbitraries.lazy(() -> insideTurn(words, depth - 1));
    return Arbitraries.oneOf(
        leaf,
        leaf,
        Combinators.combine(inner, inner, Arbitraries.integers().between(0, 6)).as(Query.Near::new),
        Combinators.combine(inner, inner).as(Query.NotIn::new),
        inner.list().ofMinSize(2).ofMaxSize(3).map(Query.Or::new),
        bound(inner));
  }

  private static Arbitrary<Query> phrases(Arbitrary<String> word) {
    return Arbitraries.oneOf(
            word,
            word,
            Arbitraries.just("_"),
            word.filter(w -> !w.startsWith("[")).map(w -> w.charAt(0) + "*"))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .filter(l -> l.stream().anyMatch(w -> !w.equals("_")))
        .map(Query.Phrase::new);
  }

  private static Arbitrary<Query> templates(Arbitrary<String> word) {
    Arbitrary<Query.Template.Part> single = word.map(Query.Template.Part.Single::new);
    Arbitrary<Query.Template.Part> choice =
        single
            .list()
            .ofMaxSize(2)
            .list()
            .ofMinSize(2)
            .ofMaxSize(3)
            .map(Query.Template.Part.Choice::new);
    return Combinators.combine(single, choice, single.list().ofMaxSize(1))
        .as(
            (first, then, last) -> {
              List<Query.Template.Part> parts = new java.util.ArrayList<>(List.of(first, then));
              parts.addAll(last);
              return new Query.Template(parts);
            });
  }

  private static Arbitrary<Query> bound(Arbitrary<Query> inner) {
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(Role.values()), inner).as(Query.Said::new),
        Combinators.combine(
                inner,
                Arbitraries.of(Query.Window.Side.values()),
                Arbitraries.of(5.0, 20.0, 30.5, 60.0))
            .as(Query.Window::new));
  }

  private static Arbitrary<Query> events() {
    Arbitrary<Event.Kind> kinds = Arbitraries.of(Event.Kind.values());
    return Arbitraries.oneOf(
        kinds.map(k -> new Query.Happening(k, null, 0)),
        Combinators.combine(
                kinds, Arbitraries.of(Comparison.values()), Arbitraries.of(0.0, 1.0, 2.5, 10.0))
            .as(Query.Happening::new));
  }

  private static Arbitrary<Query> filters() {
    Arbitrary<Condition> ranges =
        Arbitraries.oneOf(
            Combinators.combine(
                    Arbitraries.of(Comparison.values()), Arbitraries.of(0.0, 40.0, 60.0, 99.5))
                .as(Condition.Range::of),
            Arbitraries.of(0.0, 40.0).map(d -> new Condition.Range(d, true, d + 20.25, true)));
    Arbitrary<Condition> dates =
        Combinators.combine(
                Arbitraries.of(Comparison.values()), Arbitraries.of(20727.0, 20728.0, 20730.0))
            .as(Condition.Range::of);
    return Arbitraries.oneOf(
        ranges.map(c -> new Query.Filter("score.courtesy", c)),
        ranges.map(c -> new Query.Filter("duration", c)),
        dates.map(c -> new Query.Filter("date", c)),
        is("team", "north", "north east", "süd"),
        is("answer.greeting", "yes", "no", "na", "unknown"),
        is("complaint", "true", "false"));
  }

  private static Arbitrary<Query> is(String field, String... values) {
    return Arbitraries.of(values).map(v -> new Query.Filter(field, new Condition.Is(v)));
  }
}
