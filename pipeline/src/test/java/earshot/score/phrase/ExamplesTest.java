package earshot.score.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.score.talk.Conversation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every pattern finds its examples, and no family finds its counter-examples. */
class ExamplesTest {
  private static final LanguagePacks PACKS = LanguagePacks.shipped();

  @Test
  void everyPatternFindsItsExamples() {
    List<String> missed = new ArrayList<>();
    for (LanguagePack pack : PACKS.all().values()) {
      for (Family family : pack.families().values()) {
        for (Family.Entry entry : family.entries()) {
          for (Family.Example example : entry.like()) {
            Phrases phrases = said(pack, example.sentence());
            List<Span> kept =
                family.except() == null
                    ? phrases.spans(entry)
                    : Pattern.apart(phrases.spans(entry), family.except().find(phrases));
            if (kept.isEmpty()) {
              missed.add(example.where() + " " + family.name() + ": " + example.sentence());
            }
          }
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void noFamilyFindsItsCounterExamples() {
    List<String> found = new ArrayList<>();
    for (LanguagePack pack : PACKS.all().values()) {
      for (Family family : pack.families().values()) {
        List<Family.Example> unlike = new ArrayList<>(family.unlike());
        family.entries().forEach(e -> unlike.addAll(e.unlike()));
        for (Family.Example example : unlike) {
          for (Find find : said(pack, example.sentence()).all(family.name())) {
            found.add(
                example.where() + " " + family.name() + ": " + example.sentence() + " " + find);
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void everyPatternOfARiskyFamilyHasAnExample() {
    List<String> without = new ArrayList<>();
    for (LanguagePack pack : PACKS.all().values()) {
      for (Family family : pack.families().values()) {
        for (Family.Entry entry : family.entries()) {
          if (entry.like().isEmpty()) {
            without.add(family.name() + ": " + entry.text());
          }
        }
      }
    }
    assertThat(without).isEmpty();
  }

  private static Phrases said(LanguagePack pack, String sentence) {
    List<Word> words = new ArrayList<>();
    double at = 0;
    for (String word : sentence.split(" ")) {
      words.add(new Word(word, at, at + 0.3, 1));
      at += 0.3;
    }
    Turn turn = new Turn(Role.AGENT, 0, 0, at, sentence, 1, words, null);
    return new Phrases(
        pack, Conversation.of(List.of(turn), List.of(), at, pack.language(), f -> false));
  }
}
