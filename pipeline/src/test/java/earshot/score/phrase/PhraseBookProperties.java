package earshot.score.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Looking templates up by their first two words finds what trying each everywhere finds. */
class PhraseBookProperties {
  private record Hit(int number, int first, int last) {}

  @Property(tries = 500)
  void findsWhatTryingEveryTemplateEverywhereFinds(
      @ForAll("books") List<String> patterns, @ForAll("sentences") List<String> sentence) {
    PhraseBook book = new PhraseBook();
    for (String pattern : patterns) {
      book.add(Template.parse(pattern, Map.of()), UnaryOperator.identity());
    }
    Words words = book.words(sentence);
    List<Hit> found = new ArrayList<>();
    book.find(words, (number, first, last) -> found.add(new Hit(number, first, last)));

    List<Hit> expected = new ArrayList<>();
    for (int number = 0; number < patterns.size(); number++) {
      for (int first = 0; first < words.size(); first++) {
        TreeSet<Integer> lasts = new TreeSet<>();
        book.template(number).match(words, first, lasts);
        for (int last : lasts) {
          expected.add(new Hit(number, first, last));
        }
      }
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Provide
  Arbitrary<List<String>> books() {
    Arbitrary<String> part =
        Arbitraries.of(
            "aa", "ab", "b", "*", "a*", "(aa|b)", "(*|)", "(ab|)", "(b aa|ab)", "(a*|b)");
    return part.list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(parts -> String.join(" ", parts))
        .filter(
            p ->
                p.matches(".*(^|[ (|])(aa|ab|b|a\\*|\\*).*")
                    && !p.matches("(\\((\\*|ab)\\|\\) ?)+"))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<String>> sentences() {
    return Arbitraries.of("aa", "ab", "b", "c").list().ofMaxSize(8);
  }
}
