package earshot.score;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.Scorecard;
import earshot.evaluate.Truth;
import earshot.score.phrase.LanguagePacks;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Labelled dialogues in the languages that have fewer calls than English (one Norwegian one in
 * Nynorsk), answered by the packs. A file's name says the set it belongs to; docs/measurements.md
 * says what was measured on a set before its dialogues had been looked at.
 */
class LanguageDialoguesTest {
  private static final CallScorer SCORER = CallScorer.standard();

  /**
   * They sharpen an answer that other families give, or are parts of which English families are
   * made, so a language can do without.
   */
  private static final Set<String> REFINEMENTS =
      Set.of(
          "agreed",
          "arrived",
          "blaming",
          "breaks-off",
          "card-talk",
          "company-person",
          "damage",
          "declines-offer",
          "failed",
          "harm-done",
          "long-time",
          "made-by-company",
          "offers-order",
          "order-decided",
          "order-refused",
          "order-taken",
          "other-party",
          "otherwise",
          "reference-requested",
          "restating-check",
          "restating-told",
          "sign-demand",
          "sign-feeling",
          "sign-soon",
          "slot-time",
          "still-not",
          "takes-offer",
          "thinks-over",
          "type-arranging",
          "visit-agreed",
          "wants-quote");

  @ParameterizedTest
  @CsvSource({
    "el, own, 0.97",
    "no, own, 0.97",
    "sl, own, 0.97",
    "sw, own, 0.97",
    "vi, own, 0.97",
    "el, fresh, 0.95",
    "no, fresh, 0.95",
    "sl, fresh, 0.95",
    "sw, fresh, 0.95",
    "vi, fresh, 0.95",
    "el, blind-h, 0.97",
    "no, blind-h, 0.97",
    "sl, blind-h, 0.97",
    "sw, blind-h, 0.97",
    "vi, blind-h, 0.97"
  })
  void mostAnswersAgreeWithTheLabels(String language, String set, double floor) throws Exception {
    List<String> wrong = new ArrayList<>();
    int labels = 0;
    for (Path file : dialogues(language, set)) {
      Truth truth = Truth.read(file, file.getFileName().toString());
      Set<String> answered = new HashSet<>();
      for (Answer answer : answers(file)) {
        answered.add(answer.question());
        AnswerValue label = truth.labels().get(answer.question());
        if (label != null) {
          labels++;
          if (label != answer.answer()) {
            wrong.add(truth.callId() + " " + answer.question() + " is " + answer.answer());
          }
        }
      }
      assertThat(answered).as(truth.callId()).containsAll(truth.labels().keySet());
    }
    assertThat(labels).isGreaterThan(100);
    assertThat(1 - (double) wrong.size() / labels).as("%s", wrong).isGreaterThanOrEqualTo(floor);
  }

  /**
   * The other half of the set {@code blind-h}, whose disagreements nobody who works on phrases
   * reads. Tells no disagreements.
   */
  @ParameterizedTest
  @CsvSource({"el, 0.86", "no, 0.95", "sl, 0.93", "sw, 0.87", "vi, 0.88"})
  void answersOnDialoguesThatAreHeldOutAgreeAsMeasured(String language, double floor)
      throws Exception {
    int agreed = 0;
    int labels = 0;
    for (Path file : dialogues(language + "-held-out", "blind-h")) {
      Truth truth = Truth.read(file, file.getFileName().toString());
      for (Answer answer : answers(file)) {
        AnswerValue label = truth.labels().get(answer.question());
        labels += label == null ? 0 : 1;
        agreed += answer.answer() == label ? 1 : 0;
      }
    }
    assertThat(labels).isGreaterThan(100);
    assertThat((double) agreed / labels).isGreaterThanOrEqualTo(floor);
  }

  /** A booking that is changed is on the record; a colleague, a call and a verb are no names. */
  @ParameterizedTest
  @CsvSource({
    "el, blind-h-el-5, identity-check, YES",
    "sl, blind-h-sl-5, customer-name, NA",
    "sl, blind-h-sl-3, customer-name, NA",
    "vi, blind-h-vi-5, customer-name, NA",
    "no, blind-h-no-1, customer-name, YES"
  })
  void bookingsAndNamesAreToldFromWhatOnlyLooksLikeThem(
      String language, String call, String question, AnswerValue value) throws Exception {
    for (Path file : dialogues(language, call)) {
      assertThat(answers(file))
          .filteredOn(a -> a.question().equals(question))
          .singleElement()
          .returns(value, Answer::answer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"el", "no", "sl", "sw", "vi"})
  void everyQuestionOfTheFormsCanBeAnswered(String language) throws Exception {
    for (Path file : dialogues(language, "")) {
      assertThat(answers(file))
          .filteredOn(a -> !a.question().equals("calm-voice"))
          .noneMatch(a -> a.answer() == AnswerValue.UNKNOWN);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sl", "sw", "vi"})
  void everyEnglishFamilyButRefinementsHasItsLikeInTheLanguage(String language) {
    LanguagePacks packs = LanguagePacks.shipped();
    Set<String> needed = new HashSet<>(packs.find("en").orElseThrow().familyNames());
    needed.removeAll(REFINEMENTS);
    assertThat(packs.find(language).orElseThrow().familyNames()).containsAll(needed);
  }

  private static List<Answer> answers(Path file) {
    return SCORER.score(Dialogues.truth(file, null)).scorecards().stream()
        .map(Scorecard::answers)
        .flatMap(List::stream)
        .toList();
  }

  /** The dialogues whose file names begin with the name of a set. */
  private static List<Path> dialogues(String language, String set)
      throws IOException, URISyntaxException {
    URL folder = LanguageDialoguesTest.class.getResource("dialogues/" + language);
    try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(folder).toURI()))) {
      return files.filter(f -> f.getFileName().toString().startsWith(set)).sorted().toList();
    }
  }
}
