package earshot.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\nx"})
  void aFormulaBecomesText(String text) {
    String cell = CsvCell.of(text);
    assertThat(cell.startsWith("\"") ? cell.substring(1) : cell).startsWith("'" + text.charAt(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"plain|plain", "a, b|\"a, b\"", "say \"no\"|\"say \"\"no\"\"\"", "a=b|a=b"})
  void otherTextsAreQuotedWhereTheyHaveToBe(String text, String cell) {
    assertThat(CsvCell.of(text)).isEqualTo(cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a;=1+1|a;'=1+1",
        "a;  =1+1|a;'  =1+1",
        "`\"=1+1`|`\"'\"\"=1+1\"`",
        "' =1+1|'' =1+1",
        "\uFF1D1+1|'\uFF1D1+1",
        "a-b; c|a-b; c"
      })
  void neitherDoesOneBehindASeparatorOrAQuoteStayOne(String text, String cell) {
    assertThat(CsvCell.of(text)).isEqualTo(cell);
  }
}
