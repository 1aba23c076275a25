package earshot.workbench.search;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.query.Query;
import earshot.query.QueryParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {
  private static final Query NORTH = parsed("team:north");

  private static Query parsed(String text) {
    try {
      return QueryParser.parse(text);
    } catch (earshot.query.QuerySyntaxException e) {
      throw new AssertionError(text, e);
    }
  }

  private static Terms terms(String text) {
    return Terms.of(text, parsed(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "refund | refund team:north",
        "agent: \"thank you\"  @first 30s | agent: \"thank you\"  @first 30s team:north",
        "refund OR money | (refund OR money) team:north",
        "hello THEN name | hello THEN name team:north",
        "NOT refund | NOT refund team:north",
        "* | team:north"
      })
  void aFilterIsAddedToWhatWasTyped(String typed, String expected) {
    assertThat(terms(typed).instead(List.of(), List.of(NORTH)).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "refund OR money",
        "a OR b c",
        "NOT (a OR b)",
        "sorry NEAR/4 delay",
        "credit NOT IN \"credit card\"",
        "customer:(refund OR money) @last 20s",
        "silence>10s THEN sorry",
        "score.courtesy>=50 score.courtesy<60",
        "team:\"north east\" (date:2026-10-01..2026-10-10 OR hold)"
      })
  void whatIsAddedAndTakenBackMeansTheSame(String typed) {
    Terms added = terms(typed).instead(List.of(), List.of(NORTH));
    assertThat(parsed(added.text())).isEqualTo(added.query());
    Terms again = terms(added.text()).instead(List.of(NORTH), List.of());
    assertThat(parsed(again.text())).isEqualTo(parsed(typed));
  }

  @Test
  void theValuesOfAFieldAreThoseAnyOfWhichWillDo() {
    Terms terms = terms("refund (team:north OR team:south) (team:north OR hold)");
    assertThat(terms.values("team")).containsExactly("north", "south");
    assertThat(terms.of("team")).hasSize(1);
    assertThat(terms.instead(terms.of("team"), List.of()).text())
        .isEqualTo("refund (team:north OR hold)");
  }

  @Test
  void withoutTheLastTermEveryCallIsMeant() {
    Terms none = terms("team:north").instead(List.of(NORTH), List.of());
    assertThat(none.text()).isEmpty();
    assertThat(none.query()).isEqualTo(new Query.All());
  }
}
