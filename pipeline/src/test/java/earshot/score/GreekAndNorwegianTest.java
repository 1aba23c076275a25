package earshot.score;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.Scorecard;
import earshot.evaluate.Truth;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labelled dialogues in Greek and Norwegian (one of them in Nynorsk), answered by the packs. */
class GreekAndNorwegianTest {
  private static final double LEAST_AGREEMENT = 0.95;
  private static final CallScorer SCORER = CallScorer.standard();

  @ParameterizedTest
  @ValueSource(strings = {"el", "no"})
  void answersAgreeWithTheLabels(String language) throws Exception {
    List<String> wrong = new ArrayList<>();
    int labels = 0;
    for (Path file : dialogues(language)) {
      Truth truth = Truth.read(file, file.getFileName().toString());
      for (Answer answer : answers(file)) {
        AnswerValue label = truth.labels().get(answer.question());
        if (label != null) {
          labels++;
          if (label != answer.answer()) {
            wrong.add(truth.callId() + " " + answer.question() + " is " + answer.answer());
          }
        }
      }
    }
    assertThat(labels).isGreaterThan(150);
    assertThat(1 - (double) wrong.size() / labels).as("%s", wrong).isGreaterThan(LEAST_AGREEMENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"el", "no"})
  void everyQuestionOfTheFormsCanBeAnswered(String language) throws Exception {
    for (Path file : dialogues(language)) {
      assertThat(answers(file))
          .filteredOn(a -> !a.question().equals("calm-voice"))
          .noneMatch(a -> a.answer() == AnswerValue.UNKNOWN);
    }
  }

  private static List<Answer> answers(Path file) {
    return SCORER.score(Dialogues.truth(file, null)).scorecards().stream()
        .map(Scorecard::answers)
        .flatMap(List::stream)
        .toList();
  }

  private static List<Path> dialogues(String language) throws IOException, URISyntaxException {
    URL folder = GreekAndNorwegianTest.class.getResource("dialogues/" + language);
    try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(folder).toURI()))) {
      return files.sorted().toList();
    }
  }
}
