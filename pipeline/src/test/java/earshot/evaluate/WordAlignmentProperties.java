package earshot.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WordAlignmentProperties {
  private static List<String> text(long seed, int length) {
    return new Random(seed).ints(length, 0, 4).mapToObj(Integer::toString).toList();
  }

  @Property
  void everyWordStandsInExactlyOnePairAndInOrder(
      @ForAll long left,
      @ForAll long right,
      @ForAll @IntRange(max = 30) int l,
      @ForAll @IntRange(max = 30) int r) {
    WordAlignment alignment = WordAlignment.of(text(left, l), text(right, r));
    assertThat(
            alignment.pairs().stream().mapToInt(WordAlignment.Pair::reference).filter(i -> i >= 0))
        .containsExactlyElementsOf(IntStream.range(0, l).boxed().toList());
    assertThat(
            alignment.pairs().stream().mapToInt(WordAlignment.Pair::recognised).filter(i -> i >= 0))
        .containsExactlyElementsOf(IntStream.range(0, r).boxed().toList());
  }

  @Property
  void errorsAreAsManyOneWayAsTheOther(
      @ForAll long left, @ForAll long right, @ForAll @IntRange(max = 30) int length) {
    List<String> one = text(left, length);
    List<String> other = text(right, length);
    assertThat(WordErrors.of(one, other).errors()).isEqualTo(WordErrors.of(other, one).errors());
  }

  @Property
  void errorsAreNoMoreThanWereMade(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
    List<String> said = text(seed, n);
    Random random = new Random(seed);
    java.util.List<String> heard = new java.util.ArrayList<>(said);
    int made = random.nextInt(5);
    for (int i = 0; i < made; i++) {
      switch (random.nextInt(3)) {
        case 0 -> heard.add(random.nextInt(heard.size() + 1), "x");
        case 1 -> {
          if (!heard.isEmpty()) {
            heard.remove(random.nextInt(heard.size()));
          }
        }
        default -> {
          if (!heard.isEmpty()) {
            heard.set(random.nextInt(heard.size()), "y");
          }
        }
      }
    }
    assertThat(WordErrors.of(said, heard).errors()).isLessThanOrEqualTo(made);
  }
}
