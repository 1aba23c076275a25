package earshot.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of speech by one speaker.
 *
 * @param channel 0-based audio channel; 0 where there is no audio
 * @param start seconds from the start of the audio
 * @param end seconds
 * @param text the words joined by blanks, or the transcript's own spelling with punctuation
 * @param confidence mean word confidence, 0 to 1; 0 when speech was heard but no word recognised
 * @param words with their times, in order; empty when speech was heard but no word recognised
 * @param levelDbfs level of the speech in this turn, RMS over speech frames; null without audio
 */
public record Turn(
    Role role,
    int channel,
    double start,
    double end,
    String text,
    double confidence,
    List<Word> words,
    @Nullable Double levelDbfs) {
  public Turn {
    Spans.check("turn", start, end);
    if (channel < 0) {
      throw new IllegalArgumentException("turn channel must be 0 or more, is " + channel);
    }
    words = List.copyOf(words);
  }

  public double seconds() {
    return end - start;
  }

  public Turn withRole(Role newRole) {
    return new Turn(newRole, channel, start, end, text, confidence, words, levelDbfs);
  }

  public Turn withText(String newText, List<Word> newWords) {
    return new Turn(role, channel, start, end, newText, confidence, newWords, levelDbfs);
  }
}
