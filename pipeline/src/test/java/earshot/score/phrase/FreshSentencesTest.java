package earshot.score.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.score.talk.Conversation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How families do on sentences that were written without looking at their patterns. */
class FreshSentencesTest {
  private static final LanguagePacks PACKS = LanguagePacks.shipped();

  /** What recognition loses first. */
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "to", "of", "for", "is", "it", "and", "that", "at", "on", "so", "just",
          "i'll", "i'm", "i", "you", "your", "my");

  private record Sentence(String family, boolean like, String text) {}

  /** Counts of one family. */
  private static final class Counts {
    private int like;
    private int found;
    private int unlike;
    private int wrong;
    private final List<String> mistakes = new ArrayList<>();

    void add(Sentence sentence, boolean said) {
      like += sentence.like() ? 1 : 0;
      found += sentence.like() && said ? 1 : 0;
      unlike += sentence.like() ? 0 : 1;
      wrong += !sentence.like() && said ? 1 : 0;
      if (sentence.like() != said) {
        mistakes.add((sentence.like() ? "+ " : "- ") + sentence.text());
      }
    }

    double recall() {
      return like == 0 ? 1 : (double) found / like;
    }

    double falseAlarms() {
      return unlike == 0 ? 0 : (double) wrong / unlike;
    }
  }

  private static List<Sentence> sentences(String language) throws IOException {
    try (InputStream in =
        FreshSentencesTest.class.getResourceAsStream("../phrases/" + language + ".txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .map(l -> l.split(" ", 3))
          .map(p -> new Sentence(p[0], p[1].equals("+"), p[2]))
          .toList();
    }
  }

  @Test
  void familiesFindOtherPeoplesWordsAndNotTheirNearMisses() throws IOException {
    Counts all = new Counts();
    Map<String, Counts> families = new TreeMap<>();
    for (Sentence sentence : sentences("en")) {
      boolean said = said("en", sentence.family(), sentence.text());
      all.add(sentence, said);
      families.computeIfAbsent(sentence.family(), f -> new Counts()).add(sentence, said);
    }
    print(families);
    assertThat(all.recall()).as(all.mistakes.toString()).isGreaterThanOrEqualTo(0.95);
    assertThat(all.falseAlarms()).as(all.mistakes.toString()).isLessThanOrEqualTo(0.05);
    families.forEach(
        (family, counts) -> {
          assertThat(counts.recall()).as(family).isGreaterThanOrEqualTo(0.75);
          assertThat(counts.falseAlarms()).as(family).isLessThanOrEqualTo(0.34);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"el", "no", "sl", "sw", "vi"})
  void otherLanguagesFindThemToo(String language) throws IOException {
    Counts all = new Counts();
    for (Sentence sentence : sentences(language)) {
      all.add(sentence, said(language, sentence.family(), sentence.text()));
    }
    assertThat(all.like).isGreaterThanOrEqualTo(40);
    assertThat(all.recall()).as(all.mistakes.toString()).isGreaterThanOrEqualTo(0.95);
    assertThat(all.wrong).as(all.mistakes.toString()).isZero();
  }

  @Test
  void mostSurviveTheLossOfASmallWord() throws IOException {
    Random random = new Random(7);
    Counts all = new Counts();
    for (Sentence sentence : sentences("en")) {
      String damaged = damaged(sentence.text(), random);
      if (sentence.like() && !damaged.equals(sentence.text())) {
        all.add(sentence, said("en", sentence.family(), damaged));
      }
    }
    System.out.printf(
        Locale.ROOT, "one small word lost: %.1f %% of %d found%n", 100 * all.recall(), all.like);
    assertThat(all.recall()).as(all.mistakes.toString()).isGreaterThanOrEqualTo(0.60);
  }

  /** The sentence without one of its small words. */
  private static String damaged(String text, Random random) {
    List<String> words = new ArrayList<>(List.of(text.split(" ")));
    List<Integer> small = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (SMALL.contains(words.get(i))) {
        small.add(i);
      }
    }
    if (small.isEmpty() || words.size() < 3) {
      return text;
    }
    words.remove((int) small.get(random.nextInt(small.size())));
    return String.join(" ", words);
  }

  private static void print(Map<String, Counts> families) {
    families.forEach(
        (family, c) -> {
          System.out.printf(
              Locale.ROOT, "%-20s %2d/%2d %d/%d%n", family, c.found, c.like, c.wrong, c.unlike);
          c.mistakes.forEach(m -> System.out.println("    " + m));
        });
  }

  private static boolean said(String language, String family, String sentence) {
    LanguagePack pack = PACKS.find(language).orElseThrow();
    List<Word> words = new ArrayList<>();
    double at = 0;
    for (String word : sentence.split(" ")) {
      words.add(new Word(word, at, at + 0.3, 1));
      at += 0.3;
    }
    Turn turn = new Turn(Role.AGENT, 0, 0, at, sentence, 1, words, null);
    Conversation talk = Conversation.of(List.of(turn), List.of(), at, pack.language(), f -> false);
    return !new Phrases(pack, talk).all(family).isEmpty();
  }
}
