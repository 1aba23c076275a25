package earshot.workbench.search;

import earshot.query.Condition;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QueryPrinter;
import earshot.query.QuerySyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The terms of a query that all have to hold, and the same query with others of them.
 *
 * @param text as typed; stays as it is where terms are added
 * @param parts none for all calls
 */
record Terms(String text, List<Query> parts) {
  Terms {
    parts = List.copyOf(parts);
  }

  static Terms of(String text, Query query) {
    if (query instanceof Query.All) {
      return new Terms("", List.of());
    }
    return new Terms(text, query instanceof Query.And and ? and.parts() : List.of(query));
  }

  Query query() {
    return joined(parts);
  }

  /** Those that ask for a value of this field. */
  List<Query> of(String field) {
    return parts.stream().filter(p -> asksFor(p, field)).toList();
  }

  private static boolean asksFor(Query part, String field) {
    return part instanceof Query.Or or
        ? or.parts().stream().allMatch(p -> p instanceof Query.Filter && asksFor(p, field))
        : part instanceof Query.Filter filter && filter.field().equals(field);
  }

  /** The texts that the query lets a field have; none when it does not ask. */
  List<String> values(String field) {
    List<String> values = new ArrayList<>();
    for (Query part : of(field)) {
      for (Query one : part instanceof Query.Or or ? or.parts() : List.of(part)) {
        if (((Query.Filter) one).condition() instanceof Condition.Is is) {
          values.add(is.text());
        }
      }
    }
    return values;
  }

  /** Takes out terms and puts in others at the end. */
  Terms instead(Collection<Query> out, Collection<Query> in) {
    List<Query> others = new ArrayList<>(parts);
    others.removeAll(out);
    others.addAll(in);
    if (others.isEmpty()) {
      return new Terms("", others);
    }
    String kept = out.isEmpty() ? text : "";
    return new Terms(written(kept, others, in), others);
  }

  /** Side by side where that is read the same; else with AND and every bracket. */
  private static String written(String kept, List<Query> parts, Collection<Query> in) {
    Query meant = joined(parts);
    String appended = (kept + " " + sideBySide(in)).strip();
    for (String text : List.of(appended, sideBySide(parts))) {
      try {
        if (QueryParser.parse(text).equals(meant)) {
          return text;
        }
      } catch (QuerySyntaxException e) {
        continue;
      }
    }
    return QueryPrinter.print(meant);
  }

  private static String sideBySide(Collection<Query> parts) {
    return parts.stream()
        .map(p -> p instanceof Query.Or ? "(" + QueryPrinter.print(p) + ")" : QueryPrinter.print(p))
        .collect(Collectors.joining(" "));
  }

  static Query joined(List<Query> parts) {
    return switch (parts.size()) {
      case 0 -> new Query.All();
      case 1 -> parts.get(0);
      default -> new Query.And(parts);
    };
  }
}
