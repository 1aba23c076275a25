package earshot.index;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.match.Places;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.lucene.util.BytesRef;

class TurnTimesProperties {
  @Property
  void timesAreKeptToTheMillisecondInAnyOrder(
      @ForAll @DoubleRange(max = 20_000) double start,
      @ForAll List<@DoubleRange(max = 20_000) Double> starts) {
    List<Word> words = new ArrayList<>();
    for (double at : starts) {
      words.add(new Word("a", at, at + at / 100, 1));
    }
    TurnTimes times =
        TurnTimes.decode(
            padded(
                TurnTimes.encode(new Turn(Role.AGENT, 0, start, start + 1.5, "", 1, words, null))));
    assertThat(times.startMs()).isEqualTo(Places.ms(start));
    assertThat(times.endMs()).isEqualTo(Places.ms(start + 1.5));
    assertThat(times.words()).isEqualTo(words.size());
    for (int i = 0; i < words.size(); i++) {
      assertThat(times.wordStartMs(i)).isEqualTo(Places.ms(words.get(i).start()));
      assertThat(times.wordEndMs(i)).isEqualTo(Places.ms(words.get(i).end()));
    }
  }

  /** Lucene hands out slices of larger arrays. */
  private static BytesRef padded(BytesRef bytes) {
    byte[] larger = new byte[bytes.length + 7];
    System.arraycopy(bytes.bytes, bytes.offset, larger, 3, bytes.length);
    return new BytesRef(larger, 3, bytes.length);
  }
}
