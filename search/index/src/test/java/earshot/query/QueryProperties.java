package earshot.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QueryProperties {
  private static final List<String> WORDS =
      List.of("refund", "hold", "silence", "and", "near", "that's", "[card-number]", "γεια", "bạn");

  @Property(tries = 3000)
  void printedQueriesParseToTheSameTree(@ForAll("queries") Query query) throws Exception {
    String printed = QueryPrinter.print(query);
    Query parsed = QueryParser.parse(printed);
    assertThat(parsed).as(printed).isEqualTo(query);
    assertThat(QueryPrinter.print(parsed)).isEqualTo(printed);
  }

  @Property(tries = 3000)
  void anyTextIsAQueryOrASyntaxErrorInsideIt(@ForAll("texts") String text) {
    try {
      Query query = QueryParser.parse(text);
      assertThat(QueryParser.parse(QueryPrinter.print(query))).as(text).isEqualTo(query);
    } catch (QuerySyntaxException e) {
      assertThat(e.position()).isBetween(0, text.length());
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  @Provide
  Arbitrary<Query> queries() {
    return Queries.any(WORDS);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a",
            "refund",
            " ",
            " ",
            "\"",
            "(",
            ")",
            ":",
            "agent:",
            "@first 3s",
            "@",
            "*",
            "#fam",
            "AND",
            "OR",
            "NOT",
            "IN",
            "THEN",
            "NEAR/3",
            "NEAR",
            "hold",
            ">",
            "<=",
            "3s",
            "team:",
            "score.x",
            "..",
            "2026-10-01",
            "date:",
            "-",
            "'",
            "”",
            "[x]",
            "_",
            "word:",
            "~bill",
            "|",
            "é",
            ".")
        .list()
        .ofMaxSize(14)
        .map(l -> String.join("", l));
  }
}
