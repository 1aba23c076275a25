package earshot.score.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.score.talk.Conversation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  private static final LanguagePack ENGLISH = LanguagePacks.shipped().find("en-GB").orElseThrow();

  @Test
  void aFindKnowsItsWordsAndTimes() {
    Find find = said(ENGLISH, "right thank you for calling").all("greeting").get(0);
    assertThat(find.first()).isEqualTo(1);
    assertThat(find.last()).isEqualTo(4);
    assertThat(find.start()).isEqualTo(0.3);
  }

  @Test
  void punctuationAndCapitalsDoNotMatter() {
    assertThat(said(ENGLISH, "Is there anything else?").all("anything-else")).isNotEmpty();
    assertThat(said(ENGLISH, "I\u2019m sorry - that's awful!").all("sorry")).isNotEmpty();
  }

  @Test
  void onlyADoubtfulWordMayHaveBeenAnother() {
    Phrases sure = said(ENGLISH, "is there anything elk", 1);
    Phrases unsure = said(ENGLISH, "is there anything elk", 0.4);
    assertThat(sure.nearly("anything-else", 0.7, t -> true)).isEmpty();
    assertThat(unsure.nearly("anything-else", 0.7, t -> true)).isPresent();
  }

  static Phrases said(LanguagePack pack, String sentence) {
    return said(pack, sentence, 1);
  }

  private static Phrases said(LanguagePack pack, String sentence, double lastConfidence) {
    List<Word> words = new ArrayList<>();
    String[] parts = sentence.split(" ");
    for (int i = 0; i < parts.length; i++) {
      words.add(
          new Word(parts[i], i * 0.3, i * 0.3 + 0.25, i == parts.length - 1 ? lastConfidence : 1));
    }
    double end = parts.length * 0.3;
    Turn turn = new Turn(Role.AGENT, 0, 0, end, sentence, 1, words, null);
    return new Phrases(
        pack, Conversation.of(List.of(turn), List.of(), end, pack.language(), f -> false));
  }
}
