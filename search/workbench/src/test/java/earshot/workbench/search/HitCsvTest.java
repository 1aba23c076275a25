package earshot.workbench.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HitCsvTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\nx"})
  void aFormulaBecomesText(String text) {
    String cell = HitCsv.cell(text);
    assertThat(cell.startsWith("\"") ? cell.substring(1) : cell).startsWith("'" + text.charAt(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"plain|plain", "a, b|\"a, b\"", "say \"no\"|\"say \"\"no\"\"\"", "a=b|a=b"})
  void otherTextsAreQuotedWhereTheyHaveToBe(String text, String cell) {
    assertThat(HitCsv.cell(text)).isEqualTo(cell);
  }
}
