package earshot.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordErrorsTest {
  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static WordErrors errors(String reference, String recognised) {
    return WordErrors.of(words(reference), words(recognised));
  }

  @Test
  void sameWordsHaveNoErrors() {
    assertThat(errors("how can i help", "how can i help")).isEqualTo(new WordErrors(4, 0, 0, 0));
  }

  @Test
  void eachKindIsCounted() {
    assertThat(errors("the cat sat on a mat", "the hat sat mat now"))
        .isEqualTo(new WordErrors(6, 1, 2, 1));
  }

  @Test
  void nothingRecognisedIsAllDeletions() {
    assertThat(errors("one two three", "")).isEqualTo(new WordErrors(3, 0, 3, 0));
  }

  @Test
  void wordsThatNobodySaidAreInsertions() {
    WordErrors errors = errors("", "the the");
    assertThat(errors).isEqualTo(new WordErrors(0, 0, 0, 2));
    assertThat(errors.rate()).isEqualTo(2);
  }

  @Test
  void rateIsErrorsOverWordsSaid() {
    assertThat(errors("a b c d", "a x c").rate()).isEqualTo(0.5);
    assertThat(WordErrors.NONE.rate()).isZero();
  }

  @Test
  void totalsAddUp() {
    WordErrors total = errors("a b", "a").plus(errors("c", "d e"));
    assertThat(total).isEqualTo(new WordErrors(3, 1, 1, 1));
    assertThat(total.rate()).isEqualTo(1);
  }
}
