package earshot.index;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Turn;
import earshot.match.Places;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TimelineProperties {
  private static final List<String> WORDS = List.of("a", "b", "--");

  @Property(tries = 200)
  void whatIsWrittenIsRead(@ForAll long seed, @ForAll @IntRange(max = 90) int size) {
    List<Turn> turns = new GeneratedCalls(seed, WORDS, size, "en").next("x").transcript().turns();
    Timeline timeline = new Timeline();
    timeline.read(Timeline.turns(turns));
    timeline.times(Timeline.words(turns));
    assertThat(timeline.turns()).isEqualTo(turns.size());
    for (int i = turns.size() - 1; i >= 0; i--) {
      Turn turn = turns.get(i);
      assertThat(timeline.words(i)).isEqualTo(turn.words().size());
      assertThat(timeline.role(i)).isEqualTo(turn.role());
      assertThat(timeline.startMs(i)).isEqualTo(Places.ms(turn.start()));
      assertThat(timeline.endMs(i)).isEqualTo(Places.ms(turn.end()));
      for (int w = 0; w < turn.words().size(); w++) {
        assertThat(timeline.turnAt(timeline.first(i) + w)).isEqualTo(i);
        int start = timeline.wordStartMs(i, w);
        assertThat(start).isEqualTo(Places.ms(turn.words().get(w).start()));
        assertThat(start).isBetween(timeline.earliestMs(i), timeline.latestMs(i));
        assertThat(timeline.wordEndMs(i, w)).isEqualTo(Places.ms(turn.words().get(w).end()));
      }
    }
  }

  @Property(tries = 50)
  void wordsOfTwoTurnsAreNeverNear(@ForAll long seed) {
    List<Turn> turns = new GeneratedCalls(seed, WORDS, 20, "en").next("x").transcript().turns();
    Timeline timeline = new Timeline();
    timeline.read(Timeline.turns(turns));
    for (int i = 1; i < turns.size(); i++) {
      int between = timeline.first(i) - (timeline.first(i - 1) + timeline.words(i - 1) - 1) - 1;
      assertThat(between).isGreaterThan(earshot.query.Query.Near.WIDEST);
    }
  }
}
