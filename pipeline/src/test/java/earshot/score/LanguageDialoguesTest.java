package earshot.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.call.Answer;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.call.Layout;
import earshot.call.Scorecard;
import earshot.score.phrase.LanguagePacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dialogues written and labelled by hand, in the languages that have fewer calls than English. */
class LanguageDialoguesTest {
  private static final Path DIALOGUES =
      Path.of(
          System.getProperty("earshot.root", ".."),
          "pipeline/src/test/resources/earshot/dialogues");

  @ParameterizedTest
  @CsvSource({"sl, 0.90", "sw, 0.90", "vi, 0.90"})
  void mostAnswersAgreeWithTheLabels(String language, double floor) {
    Agreement agreement = Agreement.of(CallScorer.standard(), DIALOGUES.resolve(language));
    assertThat(agreement.share())
        .as("%d answers differ: %s", agreement.different().size(), agreement.different())
        .isGreaterThanOrEqualTo(floor);
  }

  /** They sharpen an answer that other families give, so a language can do without. */
  private static final Set<String> REFINEMENTS =
      Set.of(
          "order-refused",
          "order-taken",
          "restating-check",
          "restating-told",
          "sign-demand",
          "sign-feeling",
          "visit-agreed");

  @ParameterizedTest
  @ValueSource(strings = {"sl", "sw", "vi"})
  void everyEnglishFamilyButRefinementsHasItsLikeInTheLanguage(String language) {
    LanguagePacks packs = LanguagePacks.shipped();
    Set<String> needed = new HashSet<>(packs.find("en").orElseThrow().familyNames());
    needed.removeAll(REFINEMENTS);
    assertThat(packs.find(language).orElseThrow().familyNames()).containsAll(needed);
  }

  /**
   * @param labels how many answers were compared
   * @param different "call question: label, answer" of those that differ
   */
  record Agreement(int labels, List<String> different) {
    static Agreement of(CallScorer scorer, Path folder) {
      List<String> different = new ArrayList<>();
      int labels = 0;
      for (Path file : files(folder)) {
        JsonNode root = read(file);
        CallRecord call = Dialogues.record(root, root, Layout.TRANSCRIPT);
        List<Answer> answers =
            scorer.score(call).scorecards().stream()
                .map(Scorecard::answers)
                .flatMap(List::stream)
                .toList();
        for (Map.Entry<String, JsonNode> label : root.path("labels").properties()) {
          JsonNode value = label.getValue();
          String wanted = value.isTextual() ? value.asText() : value.path("answer").asText();
          String found =
              answers.stream()
                  .filter(a -> a.question().equals(label.getKey()))
                  .map(a -> a.answer().name())
                  .findFirst()
                  .orElse("nothing");
          labels++;
          if (!found.equals(wanted)) {
            different.add(call.callId() + " " + label.getKey() + ": " + wanted + ", " + found);
          }
        }
      }
      return new Agreement(labels, different);
    }

    double share() {
      return labels == 0 ? 0 : 1 - (double) different.size() / labels;
    }

    private static List<Path> files(Path folder) {
      try (Stream<Path> walk = Files.list(folder)) {
        return walk.filter(p -> p.toString().endsWith(".json")).sorted().toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static JsonNode read(Path file) {
      try {
        return CallJson.mapper().readTree(file.toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
