package earshot.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import earshot.call.Redaction;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private final Redactor redactor = Redactor.standard();

  private String last(String... lines) {
    List<Turn> turns = redactor.redact(Calls.of(lines), "en").turns();
    return turns.get(turns.size() - 1).text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "four one one one one one one one one one one one one one one one",
        "four triple one double one double one triple one double one double one one",
        "forty one eleven eleven eleven eleven eleven eleven eleven",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111111111111111",
        "four one one one um one one one one okay one one one one and then one one one one",
        "for one one one one one one one wine one one one won one one one",
        "three seven eight two eight two two four six three one oh oh oh five",
        "forty one to fifty one one one one one one one one one one one five",
      })
  void aCardNumberIsOneTokenHoweverItIsSaid(String number) {
    assertThat(last("customer: it's " + number + " thanks")).isEqualTo("it's [card-number] thanks");
  }

  @Test
  void punctuationAroundAHiddenNumberStays() {
    assertThat(last("customer: Sure - my number is 4111 1111 1111 1111, OK? It's £45.50, I think."))
        .isEqualTo("Sure - my number is [card-number], OK? It's £45.50, I think.");
  }

  @Test
  void aCardSplitOverTurnsAndReadBackInChunksIsHiddenInEveryTurn() {
    List<Turn> call =
        redactor
            .redact(
                Calls.of(
                    "agent: what is the long number on the card please",
                    "customer: four two four two",
                    "agent: four two four two yes",
                    "customer: four two four two",
                    "agent: yes",
                    "customer: four two four two",
                    "agent: go on",
                    "customer: and four two four two",
                    "agent: lovely that has gone through"),
                "en")
            .turns();
    assertThat(Calls.texts(call))
        .containsExactly(
            "what is the long number on the card please",
            "[card-number]",
            "[card-digits] yes",
            "[card-number]",
            "yes",
            "[card-number]",
            "go on",
            "and [card-number]",
            "lovely that has gone through");
  }

  @Test
  void aCardSplitOverTurnsIsHiddenWithoutAnyPrompt() {
    List<Turn> call =
        redactor
            .redact(
                Calls.of(
                    "customer: four two four two",
                    "agent: okay",
                    "customer: four two four two",
                    "agent: yes",
                    "customer: four two four two",
                    "agent: yes",
                    "customer: four two four two"),
                "en")
            .turns();
    assertThat(Calls.texts(call).toString()).doesNotContain("four");
  }

  @Test
  void aCodeThatIsNamedAfterItAndAfterTheEndOfTheCardIsHidden() {
    String[] call = {
      "agent: what's the card number, and that little code on the back?",
      "customer: it's 4242 4242 4242 4242, and the code is 731",
      "agent: perfect, so ending in 4242, and 731 for the security code."
    };
    assertThat(last(call))
        .isEqualTo("perfect, so ending in 4242, and [security-code] the security code.");
  }

  @Test
  void aNumberThatTheAgentReadsOutStaysWhereNobodySpokeOfACard() {
    String[] token = {
      "customer: i have bought units for my meter and the message with the token did not come",
      "agent: i will read it for you and you enter it slowly four four one nine",
      "customer: four four one nine",
      "agent: two oh two six",
      "customer: two oh two six",
      "agent: eight one one seven",
      "customer: eight one one seven",
      "agent: five five three oh and six six nine two"
    };
    assertThat(String.join(" / ", Calls.texts(redactor.redact(Calls.of(token), "en").turns())))
        .contains("five five three oh and six six nine two")
        .doesNotContain("[");
    token[0] =
        "customer: i have bought units for my meter with my card and the message did not come";
    assertThat(String.join(" / ", Calls.texts(redactor.redact(Calls.of(token), "en").turns())))
        .contains("[card-");
  }

  @Test
  void aCardIsHiddenWhoeverSaysItFirst() {
    assertThat(last("agent: it is 4242 4242 4242 4242 thank you"))
        .isEqualTo("it is [card-number] thank you");
  }

  @Test
  void anAgentWhoReadsTheWholeNumberBackHasACardNumberInTheTurn() {
    assertThat(
            last(
                "agent: may i take a card number please",
                "customer: four two four two four two four two four two four two four two four two",
                "agent: so four two four two four two four two four two four two four two four two"
                    + " thank you"))
        .isEqualTo("so [card-number] thank you");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "perfect the card ending in one one one one has been accepted",
        "the last four digits are 4242",
        "i see a Visa ending 4242, is that right?",
      })
  void theLastFourDigitsStay(String said) {
    assertThat(
            last(
                "agent: i need the long card number please",
                "customer: four one one one one one one one one one one one one one one one",
                "agent: " + said))
        .isEqualTo(said);
  }

  @Test
  void theLastFourDigitsGoWhenThePolicySaysSo() {
    EnumSet<Kind> kinds = EnumSet.copyOf(RedactionPolicy.standard().hidden());
    kinds.add(Kind.CARD_ENDING);
    Redactor strict = new Redactor(RedactionPolicy.standard().hiding(kinds));
    assertThat(strict.redact(Calls.of("agent: the card ending in one one one one"), "en").turns())
        .first()
        .extracting(Turn::text)
        .isEqualTo("the card ending in [card-ending]");
  }

  @Test
  void aSecurityCodeIsHiddenWhereItIsAskedForAndWhereItIsRepeated() {
    List<Turn> call =
        redactor
            .redact(
                Calls.of(
                    "customer: it's 5105 1051 0510 5100",
                    "agent: now the three digits on the back",
                    "customer: four seven one",
                    "agent: four seven one got it that is one hundred and twelve pounds"),
                "en")
            .turns();
    assertThat(Calls.texts(call))
        .containsExactly(
            "it's [card-number]",
            "now the three digits on the back",
            "[security-code]",
            "[security-code] got it that is one hundred and twelve pounds");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"the code is two one eight", "and it's two one eight", "cvv two one eight"})
  void aSecurityCodeRightAfterTheCardIsHidden(String code) {
    assertThat(
            last(
                "customer: five five five five five five five five five five five five four four"
                    + " four four "
                    + code))
        .startsWith("[card-number] ")
        .endsWith(" [security-code]");
  }

  @Test
  void aCodeOfAnotherKindStays() {
    assertThat(last("agent: the error code is two one eight")).doesNotContain("[");
    assertThat(last("customer: my discount code is 218")).doesNotContain("[");
  }

  @Test
  void anExpiryDateIsHiddenWhereItIsAskedFor() {
    assertThat(last("agent: and the expiry date", "customer: oh nine twenty eight"))
        .isEqualTo("[card-expiry]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order number five five zero three one",
        "seven seven one two zero four laura finch",
        "your reference is f seven two nine",
        "that is sixty pounds a year",
        "one hundred and ninety pounds over five years",
        "press one for sales two for billing three for support four for returns five for anything else",
        "the meter says zero four five six seven",
        "flight b a two four six at ten thirty five from gate twelve",
        "two of the blue ones and three of the red ones and four of the green",
        "the second and the fifth of october",
        "three zero nine one double seven",
        "i live at twenty three orchard close",
        "tracking number one two three four five six seven eight nine ten",
        "it costs £1,234.56 or 99.99 a month until 2027",
        "are you 25 to 34, 35 to 44, 45 to 54, or over 55",
        "twenty five to thirty four thirty five to forty four or forty five to fifty four",
      })
  void ordinaryNumbersStay(String said) {
    assertThat(last("customer: " + said)).isEqualTo(said);
    assertThat(last("agent: " + said)).isEqualTo(said);
  }

  @Test
  void aTelephoneNumberIsHiddenWithAndWithoutAPrompt() {
    assertThat(last("customer: fielding zero two zero seven nine four six zero one double eight"))
        .isEqualTo("fielding [phone-number]");
    assertThat(last("customer: call me on +44 20 7946 0188."))
        .isEqualTo("call me on +[phone-number].");
    assertThat(last("agent: what is your mobile number", "customer: it's (555) 010-0199"))
        .isEqualTo("it's ([phone-number]");
  }

  @Test
  void anEMailAddressIsHiddenSpokenAndWritten() {
    assertThat(
            last(
                "agent: what is your email address",
                "customer: it's john dot smith at example dot com thank you"))
        .isEqualTo("it's [e-mail] thank you");
    assertThat(last("customer: Write to John.Smith@example.co.uk, please."))
        .isEqualTo("Write to [e-mail], please.");
    assertThat(last("customer: my email is jo at example dot co dot uk"))
        .isEqualTo("my email is [e-mail]");
  }

  @Test
  void aDateOfBirthIsHiddenAndOtherDatesStay() {
    assertThat(
            last(
                "agent: could you confirm your date of birth please",
                "customer: the third of may nineteen seventy nine"))
        .isEqualTo("the [date-of-birth]");
    assertThat(last("customer: I was born on 12/03/1985."))
        .isEqualTo("I was born on [date-of-birth].");
    assertThat(last("customer: we moved in on the twelfth of march two thousand and twenty"))
        .doesNotContain("[");
    assertThat(
            last(
                "agent: your date of birth please",
                "customer: may the third 1979",
                "agent: thank you your bill of the second of october is due"))
        .doesNotContain("[");
  }

  @Test
  void bankAccountsAreHidden() {
    assertThat(
            last(
                "agent: what are the sort code and account number",
                "customer: twelve thirty four fifty six and one two three four five six seven eight"))
        .isEqualTo("[bank-account]");
    assertThat(last("customer: My IBAN is GB29 NWBK 6016 1331 9268 19."))
        .isEqualTo("My IBAN is [bank-account].");
  }

  @Test
  void nationalIdentityNumbersAreHidden() {
    assertThat(last("customer: it's a b twelve thirty four fifty six c"))
        .isEqualTo("it's [national-id]");
    assertThat(last("customer: My SSN is 078-05-1120.")).isEqualTo("My SSN is [national-id].");
  }

  @Test
  void addressesStayByDefaultAndGoWhenThePolicySaysSo() {
    assertThat(last("customer: fourteen abbey walk b s six four q t")).doesNotContain("[");
    EnumSet<Kind> kinds = EnumSet.of(Kind.POSTAL_ADDRESS);
    Redactor strict = new Redactor(RedactionPolicy.standard().hiding(kinds));
    List<Turn> call =
        Calls.of(
            "agent: could i take your address and postcode",
            "customer: fourteen abbey walk b s six four q t");
    assertThat(strict.redact(call, "en").turns().get(1).text()).isEqualTo("[postal-address]");
  }

  @Test
  void otherLanguagesAreHeardToo() {
    assertThat(
            redactor
                .redact(
                    Calls.of(
                        "agent: Kan jeg få kortnummeret ditt?",
                        "customer: fire én én én, én én én én, én én én én, én én én én",
                        "agent: Og koden på baksiden?",
                        "customer: to én åtte"),
                    "no")
                .turns()
                .stream()
                .map(Turn::text))
        .containsExactly(
            "Kan jeg få kortnummeret ditt?",
            "[card-number]",
            "Og koden på baksiden?",
            "[security-code]");
    assertThat(
            redactor
                .redact(
                    Calls.of(
                        "agent: Τον αριθμό της κάρτας σας, παρακαλώ;",
                        "customer: ΤΕΣΣΕΡΑ ένα ένα ένα, ένα ένα ένα ένα, ένα ένα ένα ένα, ένα ένα ένα ένα."),
                    "el")
                .turns()
                .get(1)
                .text())
        .isEqualTo("[card-number].");
  }

  @Test
  void aTokenSpansItsWordsWithTheirMeanConfidence() {
    List<Word> words =
        List.of(
            new Word("cvv", 10, 10.5, 1),
            new Word("two", 10.5, 10.8, 0.4),
            new Word("one", 10.8, 11, 0.5),
            new Word("eight", 11, 11.4, 0.9));
    Turn turn = new Turn(Role.CUSTOMER, 1, 10, 11.4, "cvv two one eight", 0.7, words, -20.0);
    Redacted redacted = redactor.redact(List.of(turn), "en");
    List<Word> left = redacted.turns().get(0).words();
    assertThat(left).hasSize(2);
    assertThat(left.get(1).word()).isEqualTo("[security-code]");
    assertThat(left.get(1).start()).isEqualTo(10.5);
    assertThat(left.get(1).end()).isEqualTo(11.4);
    assertThat(left.get(1).confidence()).isCloseTo(0.6, within(1e-9));
    Redaction muted = redacted.redactions().get(0);
    assertThat(muted.channel()).isEqualTo(1);
    assertThat(muted.kind()).isEqualTo("security-code");
    assertThat(muted.start()).isCloseTo(10.35, within(1e-9));
    assertThat(muted.end()).isCloseTo(11.55, within(1e-9));
  }

  @Test
  void wordsThatDifferFromTheTextAreRedactedOnTheirOwn() {
    List<Word> words =
        Calls.turn(
                Role.CUSTOMER,
                1,
                "it's four one one one one one one one one one one one one one one one")
            .words();
    Turn turn = new Turn(Role.CUSTOMER, 1, 1, 9, "It's 4111 1111 1111 1111.", 1, words, null);
    Turn redacted = redactor.redact(List.of(turn), "en").turns().get(0);
    assertThat(redacted.text()).isEqualTo("It's [card-number].");
    assertThat(redacted.words().stream().map(Word::word)).containsExactly("it's", "[card-number]");
  }

  @Test
  void aTextWithoutWordsIsRedactedAndMutedByItsLength() {
    Turn turn = new Turn(Role.CUSTOMER, 0, 10, 20, "card 4111 1111 1111 1111", 1, List.of(), null);
    Redacted redacted = redactor.redact(List.of(turn), "en");
    assertThat(redacted.turns().get(0).text()).isEqualTo("card [card-number]");
    assertThat(redacted.redactions())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.start()).isBetween(10.0, 14.0);
              assertThat(r.end()).isCloseTo(20.15, within(1e-9));
            });
  }

  @Test
  void redactingAgainChangesNothing() {
    Redacted once =
        redactor.redact(
            Calls.of(
                "agent: i need the long card number and the code on the back",
                "customer: four one one one one one one one one one one one one one one one and it's"
                    + " three oh six",
                "agent: the card ending in one one one one has been accepted"),
            "en");
    assertThat(redactor.redact(once.turns(), "en")).isEqualTo(once);
  }

  @Test
  void halfAHyphenatedNumberTakesAllOfItsWord() {
    List<Turn> left =
        redactor.redact(Calls.of("agent: born", "agent: thirty-five may"), "en").turns();
    assertThat(left.get(1).text()).isEqualTo("[date-of-birth]");
    assertThat(left.get(1).words()).extracting(Word::word).containsExactly("[date-of-birth]");
  }

  @Test
  void textAndWordsThatDifferAreTheSameSequenceAfterwards() {
    List<Word> words = Calls.turn(Role.CUSTOMER, 1, "my card is four one one one").words();
    Turn turn =
        new Turn(Role.CUSTOMER, 1, 1, 9, "Well, my card is 4111 1111 1111 1111!", 1, words, null);
    Turn left = redactor.redact(List.of(turn), "en").turns().get(0);
    assertThat(left.text()).doesNotContain("1").contains("[card-number]");
    assertThat(left.words()).extracting(Word::word).contains("[card-number]").doesNotContain("one");
    assertThat(Pieces.aligned(left)).isTrue();
  }

  @Test
  void anAnswerToTheCardQuestionThatIsHeardAsOtherWordsIsHidden() {
    List<Turn> left =
        redactor
            .redact(
                List.of(
                    Calls.turn(Role.AGENT, 0, "may i take the card number please"),
                    doubted(6, "i'd like to apply to wife i said due"),
                    Calls.turn(Role.AGENT, 14, "thank you that has gone through")),
                "en")
            .turns();
    assertThat(left.get(1).text()).isEqualTo("[card-number]");
    assertThat(left.get(2).text()).isEqualTo("thank you that has gone through");
  }

  @Test
  void aMisheardAnswerIsHiddenOverAllItsTurnsUntilTheAgentGoesOn() {
    List<Turn> left =
        redactor
            .redact(
                List.of(
                    Calls.turn(Role.AGENT, 0, "and the long number on the card"),
                    doubted(5, "far wan won the"),
                    Calls.turn(Role.AGENT, 9, "mhm"),
                    doubted(10, "sex heaven ate nigh"),
                    Calls.turn(Role.AGENT, 15, "and is that for delivery or for collection"),
                    doubted(20, "by van for me")),
                "en")
            .turns();
    assertThat(left.get(1).text()).isEqualTo("[card-number]");
    assertThat(left.get(3).text()).isEqualTo("[card-number]");
    assertThat(left.get(5).text()).isEqualTo("by van for me");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "yes one moment let me find it",
        "sure hold on i need to get my purse",
        "why do you need that",
        "i would rather not say it on the phone",
        "it's the same one as last time",
        "i don't have my card here can i call you back in two hours",
        "sorry which card do you mean the blue one",
        "oh my husband has got it give me two minutes"
      })
  void ordinaryAnswersToTheCardQuestionStay(String answer) {
    for (String question :
        List.of("may i take the card number please", "and the security code please")) {
      Turn said = sure(Calls.turn(Role.CUSTOMER, 5, answer), 100);
      List<Turn> turns = List.of(Calls.turn(Role.AGENT, 0, question), said);
      assertThat(redactor.redact(turns, "en").turns().get(1)).isEqualTo(said);
    }
  }

  /** A customer's turn of which the recogniser was sure of the first words only. */
  private static Turn doubted(double start, String text) {
    return sure(Calls.turn(Role.CUSTOMER, start, text), 4);
  }

  private static Turn sure(Turn turn, int first) {
    List<Word> words = new ArrayList<>();
    for (Word word : turn.words()) {
      double confidence = words.size() < first ? 0.9 : 0.3;
      words.add(new Word(word.word(), word.start(), word.end(), confidence));
    }
    return turn.withText(turn.text(), words);
  }

  @Test
  void nothingSaidShowsInWhatRedactionPrints() {
    Redacted redacted =
        redactor.redact(Calls.of("customer: canary four one one one", "agent: canary"), "en");
    assertThat(redacted.toString()).doesNotContain("canary").doesNotContain("four");
    Lexicon lexicon = Lexicon.of("en");
    SpokenTurn turn = SpokenTurn.of(0, Calls.turn(Role.AGENT, 0, "canary 4111"), lexicon);
    assertThat(
            turn.toString() + turn.atoms() + new FigureReader(turn, lexicon, new boolean[9]).all())
        .doesNotContain("canary")
        .doesNotContain("4111");
  }
}
