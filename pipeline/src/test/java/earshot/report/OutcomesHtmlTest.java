package earshot.report;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.CallRecord;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.stats.Minimums;
import earshot.table.CallRecords;
import earshot.table.Period;
import earshot.table.TableWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomesHtmlTest {
  private static final OutcomeNumbers NUMBERS = OutcomeNumbers.shipped();

  @Test
  void theSectionsHoldChartsAndNothingFromOutside(@TempDir Path root) throws IOException {
    DataFolder folder = new DataFolder(root);
    LocalDate first = LocalDate.of(2026, 8, 3);
    for (CallRecord call : new CallRecords(8).calls(120, first, 63, ZoneId.of("Europe/London"))) {
      new CallStore(folder).write(call);
    }
    new TableWriter(folder).update();
    Outcomes outcomes = new OutcomesBuilder(folder, Minimums.shipped(), NUMBERS).build(Period.ALL);
    assertThat(outcomes.phrases()).isNull();
    assertThat(outcomes.trends()).hasSize(4);
    assertThat(OutcomesHtml.sections(outcomes, NUMBERS, 10))
        .contains("class=\"chart\"", "70 to 79 %", "hold no text")
        .doesNotContain("http:", "https:", "<script", "src=", "url(");
  }

  @Test
  void aPhraseThatManyCallsBeginToHoldRisesAndACommonOneDoesNot() {
    RisingPhrases phrases = new RisingPhrases(NUMBERS);
    for (int i = 0; i < 40; i++) {
      phrases.add("before" + i, false, "i would like to pay my bill");
      phrases.add(
          "now" + i, true, i < 12 ? "i would like to know the app crashed" : "i would like to pay");
    }
    phrases.add("now0", true, "the app [card-number] crashed");
    assertThat(phrases.rising())
        .isNotEmpty()
        .allSatisfy(rising -> assertThat(rising.calls().first().hits()).isEqualTo(12))
        .anySatisfy(
            rising -> {
              assertThat(rising.phrase()).isEqualTo("the app crashed");
              assertThat(rising.examples()).hasSize(3).contains("now0");
            })
        .noneMatch(rising -> rising.phrase().equals("i would"));
  }
}
