package earshot.workbench.search;

import earshot.query.Query;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answer that a query asks for: whoever opens a call from its hits wants to see that one. */
final class AskedAnswer {
  private static final String ANSWER = "answer.";

  private AskedAnswer() {}

  /**
   * Where the answer stands on the page of a call.
   *
   * @param parts that all have to hold
   * @return empty where the query asks for no answer, or for answers to several questions
   */
  static String place(List<Query> parts, LiveSearch search) {
    Set<String> asked =
        parts.stream()
            .flatMap(AskedAnswer::filters)
            .map(Query.Filter::field)
            .filter(field -> field.startsWith(ANSWER))
            .collect(Collectors.toSet());
    if (asked.size() != 1) {
      return "";
    }
    String question = asked.iterator().next().substring(ANSWER.length());
    return search.form(question).map(form -> "#answer-" + form + "-" + question).orElse("");
  }

  private static Stream<Query.Filter> filters(Query part) {
    Stream<Query> one = part instanceof Query.Or or ? or.parts().stream() : Stream.of(part);
    return one.filter(Query.Filter.class::isInstance).map(Query.Filter.class::cast);
  }
}
