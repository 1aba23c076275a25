package earshot.index;

import earshot.call.Event;
import earshot.match.Language;
import earshot.match.Node;
import earshot.query.Comparison;
import earshot.query.Condition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A compiled query as a Lucene query over calls. Words and filters are Lucene's own queries; what
 * depends on places or times becomes a {@link PlacesQuery} whose candidates are the calls with the
 * right words. Roles and windows are carried down to the terms they bind.
 */
final class QueryMapper {
  private final Language language;
  private final SoundForms sounds;
  private final Deque<UnaryOperator<Node>> bindings = new ArrayDeque<>();
  private int terms;

  QueryMapper(Language language, SoundForms sounds) {
    this.language = language;
    this.sounds = sounds;
  }

  Query map(Node node) {
    if (node instanceof Node.All) {
      return unscored(new MatchAllDocsQuery());
    } else if (node instanceof Node.Every every) {
      return all(every.parts(), this::map);
    } else if (node instanceof Node.Any any) {
      return any(any.parts(), this::map);
    } else if (node instanceof Node.None none) {
      return new BooleanQuery.Builder()
          .add(new MatchAllDocsQuery(), Occur.FILTER)
          .add(map(none.node()), Occur.MUST_NOT)
          .build();
    } else if (node instanceof Node.By by) {
      return bound(n -> new Node.By(by.role(), n), by.node());
    } else if (node instanceof Node.During during) {
      return bound(n -> new Node.During(during.side(), during.ms(), n), during.node());
    } else if (node instanceof Node.Test test) {
      count();
      return unscored(filter(test.filter().field(), test.filter().condition()));
    }
    Query candidates = candidates(node);
    return bindings.isEmpty() && decided(node)
        ? node instanceof Node.Happening ? unscored(candidates) : candidates
        : places(node, candidates);
  }

  private Query bound(UnaryOperator<Node> binding, Node node) {
    bindings.push(binding);
    Query query = map(node);
    bindings.pop();
    return query;
  }

  /** By Lucene alone, since no place and no time matters. */
  private static boolean decided(Node node) {
    return node instanceof Node.Term
        || node instanceof Node.Beginning
        || node instanceof Node.Sounding
        || node instanceof Node.Happening;
  }

  private Query places(Node node, Query candidates) {
    Node bound = node;
    for (UnaryOperator<Node> binding : bindings) {
      bound = binding.apply(bound);
    }
    return new PlacesQuery(bound, language, new ConstantScoreQuery(candidates));
  }

  /** Calls that may hold the node: never too few. */
  private Query candidates(Node node) {
    if (node instanceof Node.Term term) {
      return word(term.stemmed() ? IndexFields.stem(language) : form(), term.text());
    } else if (node instanceof Node.Beginning beginning) {
      count();
      return new PrefixQuery(new Term(form(), beginning.text()));
    } else if (node instanceof Node.Sounding sounding) {
      return any(sounds.forms(language, sounding.key()), f -> word(form(), f));
    } else if (node instanceof Node.Sequence sequence) {
      return all(sequence.elements().stream().filter(e -> !e.any()).toList(), this::element);
    } else if (node instanceof Node.Near near) {
      return all(List.of(near.left(), near.right()), this::candidates);
    } else if (node instanceof Node.Outside outside) {
      return candidates(outside.find());
    } else if (node instanceof Node.Chain chain) {
      return all(chain.parts(), this::candidates);
    } else if (node instanceof Node.Any any) {
      return any(any.parts(), this::candidates);
    } else if (node instanceof Node.During during) {
      return candidates(during.node());
    } else if (node instanceof Node.By by) {
      return candidates(by.node());
    } else if (node instanceof Node.Happening happening) {
      count();
      return lengths(happening);
    }
    throw new IllegalStateException("has no place along a call: " + node);
  }

  private String form() {
    return IndexFields.form(language);
  }

  private Query word(String field, String text) {
    count();
    return new TermQuery(new Term(field, text));
  }

  private Query element(Node.Element element) {
    return candidates(
        element.beginning()
            ? new Node.Beginning(element.text())
            : new Node.Term(false, element.text()));
  }

  private static Query filter(String field, Condition condition) {
    if (condition instanceof Condition.Is is) {
      return new TermQuery(new Term(IndexFields.text(field), is.text()));
    }
    Condition.Range range = (Condition.Range) condition;
    return DoublePoint.newRangeQuery(
        IndexFields.number(field),
        range.fromIncluded() ? range.from() : DoublePoint.nextUp(range.from()),
        range.toIncluded() ? range.to() : DoublePoint.nextDown(range.to()));
  }

  private static Query lengths(Node.Happening happening) {
    Comparison comparison = happening.comparison();
    int ms = happening.ms();
    int from = 0;
    int to = Integer.MAX_VALUE;
    if (comparison != null) {
      switch (comparison) {
        case LESS -> to = ms - 1;
        case AT_MOST -> to = ms;
        case MORE -> from = ms + 1;
        case AT_LEAST -> from = ms;
        case EQUAL -> {
          from = ms;
          to = ms;
        }
      }
    }
    Event.Kind kind = happening.kind();
    return from > to
        ? new MatchNoDocsQuery("no event is that short")
        : IntPoint.newRangeQuery(IndexFields.eventMs(kind), from, to);
  }

  private static Query unscored(Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), 0);
  }

  private static <T> Query all(List<T> parts, Function<T, Query> map) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    parts.forEach(p -> query.add(map.apply(p), Occur.MUST));
    return query.build();
  }

  private static <T> Query any(List<T> parts, Function<T, Query> map) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    parts.forEach(p -> query.add(map.apply(p), Occur.SHOULD));
    return query.build();
  }

  private void count() {
    if (++terms > SearchException.MOST_TERMS) {
      throw SearchException.tooManyTerms();
    }
  }
}
