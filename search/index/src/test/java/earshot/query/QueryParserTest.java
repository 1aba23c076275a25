package earshot.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import earshot.call.Event;
import earshot.call.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
  private static final Query A = new Query.Word("a");
  private static final Query B = new Query.Word("b");
  private static final Query C = new Query.Word("c");

  @Test
  void sideBySideMeansAnd() throws Exception {
    assertThat(parse("a b AND c")).isEqualTo(new Query.And(List.of(A, B, C)));
  }

  @Test
  void andBindsTighterThanOr() throws Exception {
    assertThat(parse("a b OR c")).isEqualTo(new Query.Or(List.of(new Query.And(List.of(A, B)), C)));
  }

  @Test
  void notTakesTheWholeOfThenAndNear() throws Exception {
    assertThat(parse("NOT a THEN b c"))
        .isEqualTo(new Query.And(List.of(new Query.Not(new Query.Then(List.of(A, B))), C)));
    assertThat(parse("a NOT b")).isEqualTo(new Query.And(List.of(A, new Query.Not(B))));
  }

  @Test
  void nearAndNotInBindTighterThanThen() throws Exception {
    assertThat(parse("a NEAR/4 b THEN c"))
        .isEqualTo(new Query.Then(List.of(new Query.Near(A, B, 4), C)));
    assertThat(parse("a THEN b NOT IN \"b c\""))
        .isEqualTo(
            new Query.Then(List.of(A, new Query.NotIn(B, new Query.Phrase(List.of("b", "c"))))));
  }

  @Test
  void roleBindsTheNextTermOrGroupAndWindowTheOneBefore() throws Exception {
    assertThat(parse("agent:a b"))
        .isEqualTo(new Query.And(List.of(new Query.Said(Role.AGENT, A), B)));
    assertThat(parse("customer: (a b) @first 30s"))
        .isEqualTo(
            new Query.Window(
                new Query.Said(Role.CUSTOMER, new Query.And(List.of(A, B))),
                Query.Window.Side.FIRST,
                30));
    assertThat(parse("a b @last 2m"))
        .isEqualTo(new Query.And(List.of(A, new Query.Window(B, Query.Window.Side.LAST, 120))));
  }

  @Test
  void everyExampleOfTheContractIsUnderstood() throws Exception {
    assertThat(parse("\"thank you for calling\""))
        .isEqualTo(new Query.Phrase(List.of("thank", "you", "for", "calling")));
    assertThat(parse("sorry NEAR/4 delay"))
        .isEqualTo(new Query.Near(new Query.Word("sorry"), new Query.Word("delay"), 4));
    assertThat(parse("cancel*")).isEqualTo(new Query.Prefix("cancel"));
    assertThat(parse("silence>10s"))
        .isEqualTo(new Query.Happening(Event.Kind.SILENCE, Comparison.MORE, 10));
    assertThat(parse("overtalk > 1s refund"))
        .isEqualTo(
            new Query.And(
                List.of(
                    new Query.Happening(Event.Kind.OVERTALK, Comparison.MORE, 1),
                    new Query.Word("refund"))));
    assertThat(parse("hold")).isEqualTo(new Query.Happening(Event.Kind.HOLD, null, 0));
  }

  @Test
  void everyFilterOfTheContractIsUnderstood() throws Exception {
    Query query =
        parse(
            "agent_id:A07 team:north date:2026-10-01..2026-10-10 score.courtesy<60"
                + " answer.greeting:NO complaint:true duration>120");
    LocalDate from = LocalDate.of(2026, 10, 1);
    assertThat(((Query.And) query).parts())
        .containsExactly(
            new Query.Filter("agent_id", new Condition.Is("a07")),
            new Query.Filter("team", new Condition.Is("north")),
            new Query.Filter(
                "date", new Condition.Range(from.toEpochDay(), true, from.toEpochDay() + 9, true)),
            new Query.Filter(
                "score.courtesy", new Condition.Range(Double.NEGATIVE_INFINITY, true, 60, false)),
            new Query.Filter("answer.greeting", new Condition.Is("no")),
            new Query.Filter("complaint", new Condition.Is("true")),
            new Query.Filter(
                "duration", new Condition.Range(120, false, Double.POSITIVE_INFINITY, true)));
    assertThat(parse("team:\"north east\""))
        .isEqualTo(new Query.Filter("team", new Condition.Is("north east")));
  }

  @Test
  void operatorsInSmallLettersAreWords() throws Exception {
    assertThat(parse("then and near"))
        .isEqualTo(
            new Query.And(
                List.of(new Query.Word("then"), new Query.Word("and"), new Query.Word("near"))));
  }

  @Test
  void wordsThatNameEventsCanStillBeSearchedFor() throws Exception {
    assertThat(parse("word:hold")).isEqualTo(new Query.Word("hold"));
    assertThat(parse("\"hold\"")).isEqualTo(new Query.Phrase(List.of("hold")));
  }

  @Test
  void redactionTokensAndApostrophesAreWords() throws Exception {
    assertThat(parse("[card-number]")).isEqualTo(new Query.Word("[card-number]"));
    assertThat(parse("That\u2019s")).isEqualTo(new Query.Word("that's"));
  }

  @Test
  void phrasesTakeBeginningsAndAnyWord() throws Exception {
    assertThat(parse("\u201capolog* for * delay,\u201d"))
        .isEqualTo(new Query.Phrase(List.of("apolog*", "for", "_", "delay,")));
  }

  @Test
  void choicesInQuotesStandForPhrases() throws Exception {
    Query query = parse("\"thank you (very much|) for ((tele|)phoning|calling)\"");
    assertThat(QueryPrinter.print(query))
        .isEqualTo("\"thank you (very much|) for ((tele|) phoning|calling)\"");
    assertThat(((Query.Template) query).phrases())
        .contains(new Query.Phrase(List.of("thank", "you", "for", "calling")))
        .hasSize(6);
    assertThat(parse("\"for (calling)\"")).isEqualTo(parse("\"for calling\""));
    assertThat(QueryPrinter.print(parse("\"a|b c\""))).isEqualTo("\"(a|b c)\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"(a|)\"",
        "\"(|)\"",
        "\"(a|b|c|d|e|f|g|h) (a|b|c|d|e|f|g|h) (a|b|c|d|e|f|g|h)\""
      })
  void choicesThatStandForNothingOrTooMuchAreErrors(String query) {
    assertThat(catchThrowableOfType(QuerySyntaxException.class, () -> parse(query))).isNotNull();
  }

  @Test
  void aTildeAsksForWordsThatSoundSo() throws Exception {
    assertThat(parse("~Bill")).isEqualTo(new Query.Sounding("bill"));
    assertThat(QueryPrinter.print(parse("agent:~bill"))).isEqualTo("agent:~bill");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "refund \"thank you   | 7  | not closed            | Close the phrase",
        "(a OR b              | 0  | not closed            | Close the group",
        "a) b                 | 1  | closes nothing        | Remove it",
        "sorry near/4 delay   | 6  | is no word            | sorry NEAR/4 delay",
        "tema:north           | 0  | unknown filter 'tema' | first: team",
        "a tema>3             | 2  | unknown filter 'tema' | score.NAME",
        "score.courtesy<high  | 15 | takes a number        | ",
        "complaint:maybe      | 10 | takes true or false   | ",
        "date:2026-13-01      | 5  | takes a date          | ",
        "a -refund            | 2  | minus                 | NOT refund",
        "*fund                | 0  | not begin             | cancel*",
        "can*el               | 0  | only end              | cancel*",
        "c*                   | 0  | too short             | ",
        "a AND                | 5  | expected here         | ",
        "OR a                 | 0  | before and after      | small letters",
        "a THEN NOT b         | 7  | not NOT               | over the call",
        "(a b) NEAR/3 c       | 0  | inside one turn       | ",
        "a NEAR/x c           | 2  | 0 to 100              | NEAR/4",
        "@first 30s a         | 0  | follows the term      | hello @first 30s",
        "a @middle 3s         | 3  | @first or @last       | ",
        "a @first abc         | 9  | time in seconds       | 30s",
        "silence>long         | 8  | time in seconds       | ",
        "agnt_id:A1           | 0  | unknown filter        | first: agent_id",
        "score.:3             | 0  | unknown filter        | first: score.NAME",
        "'\"a (b|c\"'          | 0  | not closed            | ",
        "x \"a b)\"             | 2  | was not opened        | ",
        "~ab                  | 0  | too short             | ",
        "()                   | 1  | empty                 | ",
      })
  void errorsSayWhereAndWhatToWrite(String query, int position, String problem, String hint) {
    QuerySyntaxException error =
        catchThrowableOfType(QuerySyntaxException.class, () -> parse(query));
    assertThat(error).as(query).hasMessageContaining(problem);
    assertThat(error.position()).as(query).isEqualTo(position);
    assertThat(error.hint()).contains(hint == null ? "" : hint);
    assertThat(error.display()).startsWith(query + "\n" + " ".repeat(position) + "^ ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "\"\"", "\"* _\"", "\"...\"", "#", "agent:", "word:", "team:", "&&"})
  void nothingToSearchForIsAnError(String query) {
    assertThat(catchThrowableOfType(QuerySyntaxException.class, () -> parse(query)))
        .as(query)
        .isNotNull();
  }

  @Test
  void deepNestingIsRefusedBeforeTheStackOverflows() {
    String brackets = "(".repeat(20_000) + "a" + ")".repeat(20_000);
    assertThat(catchThrowableOfType(QuerySyntaxException.class, () -> parse(brackets)))
        .hasMessageContaining("nested");
    for (String query :
        List.of(
            "NOT ".repeat(20_000) + "a",
            "agent:".repeat(2_000) + "a",
            "a NEAR/9 ".repeat(70) + "a",
            "a NOT IN ".repeat(70) + "a",
            "a" + " @first 9s".repeat(70))) {
      assertThat(catchThrowableOfType(QuerySyntaxException.class, () -> parse(query)))
          .as(query.substring(0, 20))
          .hasMessageContaining("nested");
    }
  }

  @Test
  void manyShortChainsAreNotDeep() throws Exception {
    assertThat(parse("a NEAR/9 b @last 5s ".repeat(70)))
        .isInstanceOfSatisfying(Query.And.class, and -> assertThat(and.parts()).hasSize(70));
  }

  private static Query parse(String text) throws QuerySyntaxException {
    return QueryParser.parse(text);
  }

  @Test
  void aValueThatAFieldDoesNotTakeIsShownAsTyped() {
    assertThatThrownBy(() -> parse("answer.greeting:MAYBE"))
        .hasMessage("answer.greeting takes YES, NO, NA or UNKNOWN, not 'MAYBE'");
    assertThatThrownBy(() -> parse("complaint=Perhaps")).hasMessageEndingWith("not 'Perhaps'");
  }
}
