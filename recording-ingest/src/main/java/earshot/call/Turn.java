package earshot.call;

import java.util.List;
import java.util.stream.Collectors;
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
 * @param machine the turn as the machine heard it, of which this is all or a part with the speaker
 *     that a person named; null where it stands as it was heard
 */
public record Turn(
    Role role,
    int channel,
    double start,
    double end,
    String text,
    double confidence,
    List<Word> words,
    @Nullable Double levelDbfs,
    @Nullable MachineTurn machine) {
  public Turn {
    Spans.check("turn", start, end);
    if (channel < 0) {
      throw new IllegalArgumentException("turn channel must be 0 or more, is " + channel);
    }
    words = List.copyOf(words);
  }

  /** A turn as the machine heard it. */
  public Turn(
      Role role,
      int channel,
      double start,
      double end,
      String text,
      double confidence,
      List<Word> words,
      @Nullable Double levelDbfs) {
    this(role, channel, start, end, text, confidence, words, levelDbfs, null);
  }

  public double seconds() {
    return end - start;
  }

  public Turn withRole(Role newRole) {
    return new Turn(newRole, channel, start, end, text, confidence, words, levelDbfs, machine);
  }

  public Turn withText(String newText, List<Word> newWords) {
    return new Turn(role, channel, start, end, newText, confidence, newWords, levelDbfs, machine);
  }

  public Turn withLevel(@Nullable Double newLevelDbfs) {
    return new Turn(role, channel, start, end, text, confidence, words, newLevelDbfs, machine);
  }

  /** The words as the text spells them; as they were heard where it has more or fewer of them. */
  public List<String> spelled() {
    List<String> spelled = List.of(text.strip().split("\\s+"));
    return spelled.size() == words.size() ? spelled : words.stream().map(Word::word).toList();
  }

  /**
   * A part of the turn, which has words.
   *
   * @param from the first word, 0-based
   * @param to after the last word
   */
  public Turn part(int from, int to) {
    if (from == 0 && to == words.size()) {
      return this;
    }
    List<Word> own = words.subList(from, to);
    double first = from == 0 ? start : own.get(0).start();
    double last =
        to == words.size() ? end : own.stream().mapToDouble(Word::end).max().orElse(first);
    return new Turn(
        role,
        channel,
        first,
        last,
        String.join(" ", spelled().subList(from, to)),
        confidence(own),
        own,
        levelDbfs,
        machine);
  }

  /** The turn, remembering how the machine heard it, whatever is made of it. */
  public Turn remembered() {
    return machine != null ? this : with(new MachineTurn(role, start, end, confidence));
  }

  /** Parts of one turn, in order, as one. */
  static Turn joined(List<Turn> parts) {
    Turn one = parts.get(0);
    if (parts.size() == 1) {
      return one;
    }
    List<Word> words = parts.stream().flatMap(part -> part.words().stream()).toList();
    return new Turn(
        one.role(),
        one.channel(),
        one.start(),
        parts.get(parts.size() - 1).end(),
        parts.stream().map(Turn::text).collect(Collectors.joining(" ")),
        confidence(words),
        words,
        one.levelDbfs(),
        one.machine());
  }

  /** All parts of a turn, as the machine heard it. */
  Turn asHeard() {
    return machine == null
        ? this
        : new Turn(
            machine.role(),
            channel,
            machine.start(),
            machine.end(),
            text,
            machine.confidence(),
            words,
            levelDbfs);
  }

  /** Without anything to remember where it stands as the machine heard it. */
  Turn settled() {
    return machine != null
            && machine.role() == role
            && machine.start() == start
            && machine.end() == end
        ? asHeard()
        : this;
  }

  private Turn with(MachineTurn heard) {
    return new Turn(role, channel, start, end, text, confidence, words, levelDbfs, heard);
  }

  private static double confidence(List<Word> words) {
    return words.stream().mapToDouble(Word::confidence).average().orElse(0);
  }
}
