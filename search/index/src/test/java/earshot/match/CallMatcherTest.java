package earshot.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.call.Event;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallMatcherTest {
  private static final List<Turn> TURNS =
      List.of(
          Calls.turn(Role.ANNOUNCEMENT, 0, "this call is recorded"),
          Calls.turn(Role.AGENT, 10, "Hello thank you for calling Brightwave my name is Megan"),
          Calls.turn(Role.CUSTOMER, 30, "I want a refund on my credit card that's all"),
          Calls.turn(Role.AGENT, 45, "sorry about the very long delay I cancelled the credit"),
          Calls.turn(Role.AGENT, 70, "your card [card-number] is fine"),
          Calls.turn(Role.CUSTOMER, 80, "sorry bye"));
  private static final List<Event> EVENTS =
      List.of(
          new Event(Event.Kind.HOLD, 55, 68, null),
          new Event(Event.Kind.SILENCE, 20.5, 29, null),
          new Event(Event.Kind.OVERTALK, 44, 45.5, Role.AGENT));
  private static final CallMatcher CALL = CallMatcher.of(TURNS, EVENTS, 90, Language.of("en"));

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "refunds                       | 2:3",
        "cancel                        | 3:7",
        "\"cancel\"                    | ",
        "\"cancelled\"                 | 3:7",
        "cancel*                       | 3:7",
        "\"thank you for calling\"     | 1:1-2-3-4",
        "\"thank * for\"               | 1:1-2-3",
        "\"for call*\"                 | 1:3-4",
        "\"megan _\"                   | ",
        "\"_ megan\"                   | 1:8-9",
        "thats                         | 2:8",
        "\"that’s all\"                | 2:8-9",
        "sorry NEAR/4 delay            | 3:0-5",
        "sorry NEAR/3 delay            | ",
        "delay NEAR/4 sorry            | 3:0-5",
        "sorry NEAR/100 bye            | 5:0-1",
        "credit NOT IN \"credit card\" | 3:9",
        "(credit OR card) NOT IN \"credit card\" | 3:9 4:1",
        "agent:sorry                   | 3:0",
        "customer: (sorry OR refund)   | 2:3 5:0",
        "announcement:recorded         | 0:3",
        "name @first 18s               | 1:7",
        "name @first 17s               | 1:7",
        "name @first 16.9s             | ",
        "sorry @last 10s               | 5:0",
        "sorry @last 9.9s              | ",
        "hello THEN name               | 1:0 1:7",
        "name THEN hello               | ",
        "sorry THEN sorry              | 3:0 5:0",
        "hello THEN refund THEN bye    | 1:0 2:3 5:1",
        "hold                          | 55.0",
        "hold>13s                      | ",
        "hold>=13s                     | 55.0",
        "silence<8s                    | ",
        "agent:overtalk>1s             | 44.0",
        "customer:overtalk>1s          | ",
        "credit THEN hold THEN card    | 3:9 55.0 4:1",
        "refund hold                   | 2:3 55.0",
        "hold @first 50s               | ",
        "[card-number]                 | 4:2",
        "card-number                   | 4:2",
        "refund NOT hold               | ",
        "NOT refund                    | ",
        "refund OR nothing             | 2:3",
      })
  void finds(String query, String places) throws Exception {
    assertThat(places(CALL.find(parse(query)))).isEqualTo(places == null ? "" : places);
  }

  @Test
  void absenceMatchesWithoutAFind() throws Exception {
    assertThat(CALL.matches(parse("NOT invoice"))).isTrue();
    assertThat(CALL.find(parse("NOT invoice"))).isEmpty();
    assertThat(CALL.matches(parse("agent:(NOT refund)"))).isTrue();
    assertThat(CALL.matches(parse("NOT refund"))).isFalse();
  }

  @Test
  void aMatchHasTheTimesOfItsOwnWords() throws Exception {
    Match match = CALL.find(parse("\"for calling\"")).get(0);
    assertThat(match.start()).isEqualTo(13.0);
    assertThat(match.end()).isEqualTo(14.4);
  }

  @Test
  void aScopeTestsTheFirstWordsStart() throws Exception {
    CompiledQuery name = CompiledQuery.of(parse("\"my name\""), Language.of("en"));
    assertThat(CALL.find(name, Scope.ALL.between(0, 16))).hasSize(1);
    assertThat(CALL.find(name, Scope.ALL.between(0, 15.999))).isEmpty();
    assertThat(CALL.find(name, Scope.ALL.said(Role.AGENT).turns(1, 1))).hasSize(1);
    assertThat(CALL.find(name, Scope.ALL.said(Role.CUSTOMER))).isEmpty();
    assertThat(CALL.find(name, Scope.ALL.turns(2, 5))).isEmpty();
  }

  @Test
  void familiesStandForTheirPhrases() throws Exception {
    Map<String, Query> families =
        Map.of("greeting", parse("hello OR \"good morning\""), "polite", parse("#greeting sorry"));
    Language english = Language.of("en");
    assertThat(CALL.find(CompiledQuery.of(parse("agent:#greeting @first 20s"), english, families)))
        .hasSize(1);
    assertThat(CALL.matches(CompiledQuery.of(parse("family:polite"), english, families))).isTrue();
    assertThatThrownBy(() -> CompiledQuery.of(parse("#bye"), english, families))
        .hasMessageContaining("greeting, polite");
    assertThatThrownBy(() -> CompiledQuery.of(parse("#polite NEAR/3 a"), english, families))
        .hasMessageContaining("cannot stand here");
    assertThatThrownBy(() -> CompiledQuery.of(parse("#a"), english, Map.of("a", parse("b OR #a"))))
        .hasMessageContaining("refers to itself");
  }

  @Test
  void filtersNeedTheFieldsOfACall() throws Exception {
    Query query = parse("refund team:north");
    assertThatThrownBy(() -> CALL.matches(query)).hasMessageContaining("'team'");
    CallFields north = new CallFields(Map.of("team", "north"), Map.of("score.courtesy", 59.5));
    CallMatcher call = CallMatcher.of(TURNS, EVENTS, 90, Language.of("en"), north);
    assertThat(call.matches(query)).isTrue();
    assertThat(call.matches(parse("score.courtesy<60"))).isTrue();
    assertThat(call.matches(parse("score.courtesy>=60 OR score.compliance<60"))).isFalse();
  }

  @Test
  void theNearestMissHoldsMostOfThePhrase() throws Exception {
    CompiledQuery query =
        CompiledQuery.of(
            parse("\"sorry for the delay\" OR \"nothing like it\""), Language.of("en"));
    assertThat(CALL.find(query)).isEmpty();
    assertThat(CALL.nearest(query, Scope.ALL).map(m -> places(List.of(m)))).contains("3:0-5");
    assertThat(CALL.nearest(query, Scope.ALL.said(Role.CUSTOMER)).map(Match::turn)).contains(5);
    assertThat(CALL.nearest(query, Scope.ALL.turns(0, 2))).isEmpty();
  }

  @Test
  void turnsThatOverlapAreOrderedByTheWordsOwnTimes() throws Exception {
    CallMatcher call =
        CallMatcher.of(
            List.of(
                Calls.turn(Role.AGENT, 0, "one two three four five"),
                Calls.turn(Role.CUSTOMER, 1.5, "really")),
            List.of(),
            10,
            Language.of("en"));
    assertThat(call.matches(parse("two THEN really THEN three"))).isTrue();
    assertThat(call.matches(parse("three THEN really"))).isFalse();
  }

  private static String places(List<Match> matches) {
    return matches.stream()
        .map(
            m ->
                m.event() != null
                    ? String.valueOf(m.start())
                    : m.turn()
                        + ":"
                        + m.words().stream().map(String::valueOf).collect(Collectors.joining("-")))
        .collect(Collectors.joining(" "));
  }

  private static Query parse(String text) throws QuerySyntaxException {
    return QueryParser.parse(text);
  }
}
