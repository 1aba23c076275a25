package earshot.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The canonical text of a query: parsing it gives an equal tree. */
public final class QueryPrinter {
  private QueryPrinter() {}

  public static String print(Query query) {
    if (query instanceof Query.All) {
      return "*";
    } else if (query instanceof Query.Word word) {
      return plain(word.text()) ? word.text() : "word:" + word.text();
    } else if (query instanceof Query.Prefix prefix) {
      return prefix.text() + "*";
    } else if (query instanceof Query.Phrase phrase) {
      return "\"" + String.join(" ", phrase.words()) + "\"";
    } else if (query instanceof Query.Template template) {
      return "\"" + run(template.parts()) + "\"";
    } else if (query instanceof Query.Sounding sounding) {
      return "~" + sounding.text();
    } else if (query instanceof Query.Near near) {
      return operand(near.left()) + " NEAR/" + near.gap() + " " + operand(near.right());
    } else if (query instanceof Query.NotIn notIn) {
      return operand(notIn.find()) + " NOT IN " + operand(notIn.within());
    } else if (query instanceof Query.Then then) {
      return joined(then.parts(), " THEN ");
    } else if (query instanceof Query.Said said) {
      return said.role().id() + ":" + operand(said.query());
    } else if (query instanceof Query.Window window) {
      return windowed(window.query())
          + " @"
          + window.side().id()
          + " "
          + number(window.seconds())
          + "s";
    } else if (query instanceof Query.And and) {
      return joined(and.parts(), " AND ");
    } else if (query instanceof Query.Or or) {
      return joined(or.parts(), " OR ");
    } else if (query instanceof Query.Not not) {
      return "NOT " + operand(not.query());
    } else if (query instanceof Query.Happening happening) {
      Comparison comparison = happening.comparison();
      return happening.kind().id()
          + (comparison == null ? "" : comparison.sign() + number(happening.seconds()) + "s");
    } else if (query instanceof Query.Filter filter) {
      return filter(filter);
    } else if (query instanceof Query.Family family) {
      return "#" + family.name();
    }
    throw new AssertionError("unprinted " + query.getClass());
  }

  private static String run(List<Query.Template.Part> parts) {
    return parts.stream().map(QueryPrinter::part).collect(Collectors.joining(" "));
  }

  private static String part(Query.Template.Part part) {
    return part instanceof Query.Template.Part.Single single
        ? single.word()
        : ((Query.Template.Part.Choice) part)
            .options().stream().map(QueryPrinter::run).collect(Collectors.joining("|", "(", ")"));
  }

  private static boolean plain(String word) {
    return !TermReader.EVENTS.containsKey(word) && !word.matches(TermReader.LOWER_NEAR);
  }

  private static String joined(List<Query> parts, String operator) {
    return parts.stream().map(QueryPrinter::operand).collect(Collectors.joining(operator));
  }

  private static String operand(Query query) {
    boolean atom =
        query instanceof Query.All
            || query instanceof Query.Word
            || query instanceof Query.Prefix
            || query instanceof Query.Phrase
            || query instanceof Query.Template
            || query instanceof Query.Sounding
            || query instanceof Query.Happening
            || query instanceof Query.Filter
            || query instanceof Query.Family;
    return atom ? print(query) : "(" + print(query) + ")";
  }

  private static String windowed(Query query) {
    boolean bare = query instanceof Query.Said || query instanceof Query.Window;
    return bare ? print(query) : operand(query);
  }

  private static String filter(Query.Filter filter) {
    if (filter.condition() instanceof Condition.Is is) {
      boolean simple = is.text().matches("[\\p{L}\\p{N}_.+-]+");
      String value = simple ? is.text() : "\"" + is.text() + "\"";
      boolean answer = filter.field().startsWith("answer.");
      return filter.field() + ":" + (answer ? value.toUpperCase(java.util.Locale.ROOT) : value);
    }
    Condition.Range range = (Condition.Range) filter.condition();
    boolean date = filter.field().equals("date");
    if (range.from() == range.to()) {
      return filter.field() + ":" + value(range.from(), date);
    }
    if (Double.isInfinite(range.from())) {
      return filter.field() + (range.toIncluded() ? "<=" : "<") + value(range.to(), date);
    }
    if (Double.isInfinite(range.to())) {
      return filter.field() + (range.fromIncluded() ? ">=" : ">") + value(range.from(), date);
    }
    return filter.field() + ":" + value(range.from(), date) + ".." + value(range.to(), date);
  }

  private static String value(double value, boolean date) {
    return date ? LocalDate.ofEpochDay((long) value).toString() : number(value);
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
