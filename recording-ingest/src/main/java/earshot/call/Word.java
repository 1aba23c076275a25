package earshot.call;

/**
 * One recognised or transcribed word.
 *
 * @param word as written, or one redaction token such as {@code [card-number]}
 * @param start seconds from the start of the audio
 * @param end seconds, not before {@code start}
 * @param confidence 0 to 1; 1 for a transcript made by people
 */
public record Word(String word, double start, double end, double confidence) {
  public Word {
    if (word.isBlank()) {
      throw new IllegalArgumentException("a word must not be blank (at " + start + " s)");
    }
    Spans.check("word", start, end);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "word confidence must be from 0 to 1, is " + confidence + " (at " + start + " s)");
    }
  }

  /** Whether the word stands for something that was taken out, such as {@code [card-number]}. */
  public boolean redacted() {
    return word.charAt(0) == '[' && word.charAt(word.length() - 1) == ']';
  }
}
