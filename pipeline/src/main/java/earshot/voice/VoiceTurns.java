package earshot.voice;

import earshot.audio.speech.ChannelAnalysis;
import earshot.audio.speech.Span;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns of one channel, cut where the voice changes.
 *
 * @param turns ordered by start
 * @param voice for each turn 0 or 1; -1 where nobody can tell
 */
public record VoiceTurns(List<Turn> turns, int[] voice) {
  public VoiceTurns {
    turns = List.copyOf(turns);
  }

  /** Cuts. */
  public static VoiceTurns of(List<Turn> heard, Voices voices, ChannelAnalysis analysis) {
    List<Turn> turns = new ArrayList<>();
    List<Integer> voice = new ArrayList<>();
    for (Turn turn : heard) {
      List<Word> words = turn.words();
      int[] spoken = new int[words.size()];
      int last = voices.in(turn.start(), turn.end());
      for (int i = 0; i < spoken.length; i++) {
        int own = voices.in(words.get(i).start(), words.get(i).end());
        last = own >= 0 ? own : i == 0 ? last : spoken[i - 1];
        spoken[i] = last;
      }
      int first = 0;
      for (int i = 1; i <= spoken.length; i++) {
        if (i == spoken.length || spoken[i] != spoken[first]) {
          turns.add(part(turn, first, i, analysis));
          voice.add(spoken[first]);
          first = i;
        }
      }
      if (spoken.length == 0) {
        turns.add(turn);
        voice.add(voices.in(turn.start(), turn.end()));
      }
    }
    return new VoiceTurns(turns, voice.stream().mapToInt(Integer::intValue).toArray());
  }

  private static Turn part(Turn turn, int from, int to, ChannelAnalysis analysis) {
    Turn part = turn.part(from, to);
    double level = analysis.speechLevelDbfs(new Span(part.start(), part.end()));
    return part == turn || Double.isInfinite(level) ? part : part.withLevel(level);
  }
}
