package earshot.redact;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RedactorProperties {
  private static final Redactor REDACTOR = Redactor.standard();

  @Property(tries = 500, seed = "16")
  void redactingAgainChangesNothing(@ForAll("calls") List<String> lines) {
    for (String language : List.of("en", "no", "vi")) {
      Redacted once = REDACTOR.redact(Calls.of(lines.toArray(String[]::new)), language);
      assertThat(REDACTOR.redact(once.turns(), language)).isEqualTo(once);
    }
  }

  @Property(tries = 500, seed = "16")
  void turnsKeepTheirPlacesAndWordsTheirOrder(@ForAll("calls") List<String> lines) {
    List<Turn> before = Calls.of(lines.toArray(String[]::new));
    List<Turn> after = REDACTOR.redact(before, "en").turns();
    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).start()).isEqualTo(before.get(i).start());
      List<Double> starts = after.get(i).words().stream().map(Word::start).toList();
      assertThat(starts).isSorted();
      assertThat(after.get(i).words().size()).isLessThanOrEqualTo(before.get(i).words().size());
      assertThat(Pieces.aligned(after.get(i))).isTrue();
    }
  }

  /** Whatever a transcript's text and words say, afterwards they are one sequence. */
  @Property(tries = 500, seed = "4111")
  void textAndWordsAreTheSameSequence(
      @ForAll("calls") List<String> texts, @ForAll("calls") List<String> words) {
    List<Turn> turns = new ArrayList<>();
    for (Turn turn : Calls.of(texts.toArray(String[]::new))) {
      List<Turn> other = Calls.of(words.toArray(String[]::new));
      List<Word> said =
          turns.size() < other.size() ? other.get(turns.size()).words() : turn.words();
      turns.add(turn.withText(turn.text(), said));
    }
    for (String language : List.of("en", "no", "vi", "el")) {
      assertThat(REDACTOR.redact(turns, language).turns()).allMatch(Pieces::aligned);
    }
  }

  @Property(tries = 20, seed = "16")
  void manyThreadsGiveTheSameAnswer(@ForAll("calls") List<String> lines) {
    List<Turn> turns = Calls.of(lines.toArray(String[]::new));
    Redacted expected = Redactor.standard().redact(turns, "en");
    IntStream.range(0, 32)
        .parallel()
        .forEach(i -> assertThat(REDACTOR.redact(turns, "en")).isEqualTo(expected));
  }

  @Provide
  Arbitrary<List<String>> calls() {
    Arbitrary<String> word =
        Arbitraries.of(
            "four",
            "one",
            "oh",
            "double",
            "triple",
            "eleven",
            "forty",
            "hundred",
            "and",
            "for",
            "4111",
            "12",
            "1111.",
            "£5",
            "um",
            "no",
            "sorry",
            "card",
            "number",
            "the",
            "code",
            "is",
            "ending",
            "in",
            "pounds",
            "at",
            "dot",
            "com",
            "may",
            "third",
            "thirty-five",
            "twenty-one,",
            "-",
            "born",
            "[card-number]",
            "[laughs]",
            "phone",
            "a",
            "b",
            "order",
            "x@y.com",
            "én",
            "không",
            "...");
    Arbitrary<String> line =
        Combinators.combine(
                Arbitraries.of("agent: ", "customer: ", "unknown: "),
                word.list().ofMinSize(0).ofMaxSize(14))
            .as((role, words) -> role + String.join(" ", words));
    return line.list().ofMinSize(0).ofMaxSize(8);
  }
}
