package earshot.index;

import earshot.call.Event;
import earshot.call.Role;
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
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;

/**
 * A compiled query as a Lucene query over call documents. Words and filters are Lucene's own
 * queries; what depends on places or times becomes a {@link PlacesQuery} whose candidates are the
 * calls with the right words in a turn. Roles and windows are carried down to the terms they bind.
 */
final class QueryMapper {
  private final Language language;
  private final BitSetProducer calls;
  private final Deque<UnaryOperator<Node>> bindings = new ArrayDeque<>();
  private final Deque<Role> roles = new ArrayDeque<>();
  private int windows;
  private int terms;

  QueryMapper(Language language, BitSetProducer calls) {
    this.language = language;
    this.calls = calls;
  }

  Query map(Node node) {
    if (node instanceof Node.All) {
      return unscored(everyCall());
    } else if (node instanceof Node.Every every) {
      return all(every.parts(), this::map);
    } else if (node instanceof Node.Any any) {
      return any(any.parts(), this::map);
    } else if (node instanceof Node.None none) {
      return new BooleanQuery.Builder()
          .add(everyCall(), Occur.FILTER)
          .add(map(none.node()), Occur.MUST_NOT)
          .build();
    } else if (node instanceof Node.By by) {
      return by(by);
    } else if (node instanceof Node.During during) {
      bindings.push(n -> new Node.During(during.side(), during.ms(), n));
      windows++;
      Query query = map(during.node());
      windows--;
      bindings.pop();
      return query;
    } else if (node instanceof Node.Test test) {
      count();
      return unscored(filter(test.filter().field(), test.filter().condition()));
    } else if (node instanceof Node.Happening happening) {
      return happening(happening);
    }
    return found(node);
  }

  private Query by(Node.By by) {
    bindings.push(n -> new Node.By(by.role(), n));
    roles.push(by.role());
    Query query = map(by.node());
    roles.pop();
    bindings.pop();
    return query;
  }

  private Query happening(Node.Happening happening) {
    count();
    Query lengths = unscored(lengths(happening));
    return bindings.isEmpty() ? lengths : places(happening, lengths);
  }

  /** Words: by Lucene alone where no place and no time matters. */
  private Query found(Node node) {
    boolean single = node instanceof Node.Term || node instanceof Node.Beginning;
    if (single && windows == 0) {
      return new ToParentBlockJoinQuery(restricted(inTurn(node)), calls, ScoreMode.Total);
    }
    return places(node, candidates(node));
  }

  private Query places(Node node, Query candidates) {
    Node bound = node;
    for (UnaryOperator<Node> binding : bindings) {
      bound = binding.apply(bound);
    }
    return new PlacesQuery(bound, language, candidates, calls);
  }

  /** Calls that may hold the node: never too few. */
  private Query candidates(Node node) {
    if (node instanceof Node.Chain chain) {
      return all(chain.parts(), this::candidates);
    } else if (node instanceof Node.Any any) {
      return any(any.parts(), this::candidates);
    } else if (node instanceof Node.Happening happening) {
      count();
      return lengths(happening);
    } else if (node instanceof Node.During during) {
      return candidates(during.node());
    } else if (node instanceof Node.By by && alongCall(by.node())) {
      return candidates(by.node());
    }
    return new ToParentBlockJoinQuery(restricted(inTurn(node)), calls, ScoreMode.None);
  }

  private static boolean alongCall(Node node) {
    if (node instanceof Node.Any any) {
      return any.parts().stream().anyMatch(QueryMapper::alongCall);
    } else if (node instanceof Node.By by) {
      return alongCall(by.node());
    } else if (node instanceof Node.During during) {
      return alongCall(during.node());
    }
    return node instanceof Node.Chain || node instanceof Node.Happening;
  }

  /** Turns that may hold the node: never too few. */
  private Query inTurn(Node node) {
    if (node instanceof Node.Term term) {
      count();
      String field = term.stemmed() ? IndexFields.stem(language) : IndexFields.form(language);
      return new TermQuery(new Term(field, term.text()));
    } else if (node instanceof Node.Beginning beginning) {
      count();
      return new PrefixQuery(new Term(IndexFields.form(language), beginning.text()));
    } else if (node instanceof Node.Sequence sequence) {
      return all(sequence.elements().stream().filter(e -> !e.any()).toList(), this::element);
    } else if (node instanceof Node.Near near) {
      return all(List.of(near.left(), near.right()), this::inTurn);
    } else if (node instanceof Node.Outside outside) {
      return inTurn(outside.find());
    } else if (node instanceof Node.Any any) {
      return any(any.parts(), this::inTurn);
    } else if (node instanceof Node.During during) {
      return inTurn(during.node());
    } else if (node instanceof Node.By by) {
      return new BooleanQuery.Builder()
          .add(inTurn(by.node()), Occur.MUST)
          .add(role(by.role()), Occur.FILTER)
          .build();
    }
    throw new IllegalStateException("is nothing said in a turn: " + node);
  }

  private Query element(Node.Element element) {
    return inTurn(
        element.beginning()
            ? new Node.Beginning(element.text())
            : new Node.Term(false, element.text()));
  }

  private Query restricted(Query inTurn) {
    if (roles.isEmpty()) {
      return inTurn;
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(inTurn, Occur.MUST);
    roles.forEach(r -> query.add(role(r), Occur.FILTER));
    return query.build();
  }

  private static Query role(Role role) {
    return new TermQuery(new Term(IndexFields.ROLE, role.id()));
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

  private static Query everyCall() {
    return new TermQuery(new Term(IndexFields.KIND, IndexFields.CALL));
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
