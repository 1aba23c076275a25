package earshot.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgreementTest {
  /** A question that is YES nine times in ten, agreed on nine times in ten: kappa is only 0.44. */
  @Test
  void agreementOnACommonAnswerIsLittleBetterThanChance() {
    Agreement<String> agreement = new Agreement<>();
    agreement.add("YES", "YES", 85);
    agreement.add("YES", "NO", 5);
    agreement.add("NO", "YES", 5);
    agreement.add("NO", "NO", 5);
    assertThat(agreement.n()).isEqualTo(100);
    assertThat(agreement.observed().share()).hasValue(0.9);
    assertThat(agreement.kappa().orElseThrow()).isCloseTo(0.444, within(0.0005));
    assertThat(agreement.prevalence().get("YES")).isCloseTo(0.9, within(1e-12));
  }

  /** The example of the literature on the two readers' 50 proposals: 20, 5, 10, 15. */
  @Test
  void kappaOfFiftyProposals() {
    Agreement<String> agreement = new Agreement<>();
    agreement.add("yes", "yes", 20);
    agreement.add("yes", "no", 5);
    agreement.add("no", "yes", 10);
    agreement.add("no", "no", 15);
    assertThat(agreement.kappa().orElseThrow()).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void kappaWorksWithMoreThanTwoGrades() {
    Agreement<Integer> agreement = new Agreement<>();
    for (int grade = 0; grade < 4; grade++) {
      agreement.add(grade, grade, 5);
      agreement.add(grade, (grade + 1) % 4, 5);
    }
    assertThat(agreement.kappa().orElseThrow()).isCloseTo((0.5 - 0.25) / 0.75, within(1e-12));
  }

  @Test
  void kappaIsUndefinedWhereNothingVaries() {
    Agreement<String> agreement = new Agreement<>();
    assertThat(agreement.kappa()).isEmpty();
    agreement.add("YES", "YES", 12);
    assertThat(agreement.kappa()).isEmpty();
    assertThat(agreement.observed().share()).hasValue(1.0);
  }

  @Test
  void aNegativeCountIsRefused() {
    assertThatThrownBy(() -> new Agreement<String>().add("YES", "NO", -1))
        .hasMessageContaining("-1");
  }
}
