package earshot.score.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * An automaton finds exactly the readings of its template, multiplied out by the simplest means.
 */
class TemplateProperties {
  @Property(tries = 300)
  void findsExactlyTheReadings(
      @ForAll("templates") Template template, @ForAll("sentences") List<String> sentence) {
    Set<List<String>> readings = readings(template);
    if (readings.contains(List.of())) {
      return;
    }
    WordNumbers numbers = new WordNumbers();
    Automaton automaton = new Automaton(template, UnaryOperator.identity(), numbers);
    Words words = numbers.words(sentence.toArray(new String[0]));
    for (int first = 0; first < words.size(); first++) {
      TreeSet<Integer> lasts = new TreeSet<>();
      automaton.match(words, first, lasts);
      TreeSet<Integer> expected = new TreeSet<>();
      for (int last = first; last < words.size(); last++) {
        if (readings.contains(sentence.subList(first, last + 1))) {
          expected.add(last);
        }
      }
      assertThat(lasts).isEqualTo(expected);
    }
  }

  private static Set<List<String>> readings(Template template) {
    Set<List<String>> all = new HashSet<>();
    if (template instanceof Template.Word word) {
      all.add(List.of(word.text()));
    } else if (template instanceof Template.Sequence sequence) {
      all.add(List.of());
      for (Template part : sequence.parts()) {
        Set<List<String>> longer = new HashSet<>();
        for (List<String> left : all) {
          for (List<String> right : readings(part)) {
            List<String> both = new ArrayList<>(left);
            both.addAll(right);
            longer.add(both);
          }
        }
        all = longer;
      }
    } else if (template instanceof Template.Choice choice) {
      for (Template option : choice.options()) {
        all.addAll(readings(option));
      }
    }
    return all;
  }

  @Provide
  Arbitrary<Template> templates() {
    return template(3);
  }

  private static Arbitrary<Template> template(int depth) {
    Arbitrary<Template> word = Arbitraries.of("a", "b", "c").map(Template.Word::new);
    if (depth == 0) {
      return word;
    }
    Arbitrary<Template> sequence =
        Arbitraries.lazy(() -> template(depth - 1).list().ofMaxSize(3).map(Template.Sequence::new));
    Arbitrary<Template> choice =
        Arbitraries.lazy(
            () -> template(depth - 1).list().ofMinSize(1).ofMaxSize(3).map(Template.Choice::new));
    return Arbitraries.oneOf(List.of(word, sequence, choice));
  }

  @Provide
  Arbitrary<List<String>> sentences() {
    return Arbitraries.of("a", "b", "c", "d").list().ofMaxSize(7);
  }

  @Property(tries = 50)
  void whatIsWrittenIsRead(@ForAll("sentences") List<String> sentence) {
    if (!sentence.isEmpty()) {
      assertThat(readings(Template.parse(String.join(" ", sentence), Map.of())))
          .containsExactly(sentence);
    }
  }
}
