package earshot.transcribe;

import earshot.audio.speech.Span;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Which parts of a channel are decoded, one after the other, and where in the recording a moment of
 * that stream lies.
 *
 * <p>Pauses up to {@link Settings#longestPause} stay as they are. Of a longer one {@link
 * Settings#margin} stays after the speech before it and before the speech after it. All lengths are
 * whole samples, so the map is exact.
 */
public final class SpeechTimeline {
  /**
   * What is left out.
   *
   * @param longestPause seconds between segments up to which nothing is left out
   * @param margin seconds kept on each side of a segment
   */
  public record Settings(double longestPause, double margin) {
    /** Gaps over 1 s are dropped, 0.4 s is kept at the joint. */
    public static final Settings DEFAULT = new Settings(1.0, 0.2);

    public Settings {
      if (!(margin >= 0) || !(longestPause >= 2 * margin)) {
        throw new IllegalArgumentException(
            "a pause of " + longestPause + " s cannot hold two margins of " + margin + " s");
      }
    }
  }

  /**
   * A stretch that is decoded whole.
   *
   * @param start first sample in the recording
   * @param fed first sample in the stream
   * @param length samples
   */
  public record Piece(long start, long fed, long length) {
    public long end() {
      return start + length;
    }
  }

  /** Recognition works in steps of 30 ms; pieces keep to them, as decoding the whole would. */
  private static final double STEP_SECONDS = 0.03;

  private final int sampleRateHz;
  private final List<Piece> pieces;

  private SpeechTimeline(int sampleRateHz, List<Piece> pieces) {
    this.sampleRateHz = sampleRateHz;
    this.pieces = List.copyOf(pieces);
  }

  /**
   * The timeline of a channel.
   *
   * @param speech segments, ordered, not overlapping
   * @param seconds length of the recording
   */
  public static SpeechTimeline of(
      List<Span> speech, double seconds, int sampleRateHz, Settings settings) {
    long step = Math.max(1, Math.round(sampleRateHz * STEP_SECONDS));
    long total = (long) Math.ceil(seconds * sampleRateHz);
    List<Piece> pieces = new ArrayList<>();
    for (Span span : joined(speech, settings.longestPause())) {
      long from = Math.max(0, (long) Math.floor((span.start() - settings.margin()) * sampleRateHz));
      long to = Math.min(total, (long) Math.ceil((span.end() + settings.margin()) * sampleRateHz));
      Piece last = pieces.isEmpty() ? new Piece(0, 0, 0) : pieces.get(pieces.size() - 1);
      from = Math.max(last.end(), from / step * step);
      to = Math.min(total, (to + step - 1) / step * step);
      if (to > from) {
        pieces.add(new Piece(from, last.fed() + last.length(), to - from));
      }
    }
    return new SpeechTimeline(sampleRateHz, pieces);
  }

  /** The timeline on which nothing is left out. */
  public static SpeechTimeline whole(double seconds, int sampleRateHz) {
    long total = (long) Math.ceil(seconds * sampleRateHz);
    return new SpeechTimeline(sampleRateHz, List.of(new Piece(0, 0, total)));
  }

  private static List<Span> joined(List<Span> speech, double longestPause) {
    List<Span> joined = new ArrayList<>();
    for (Span span : speech) {
      int last = joined.size() - 1;
      if (last >= 0 && span.start() - joined.get(last).end() <= longestPause) {
        double end = Math.max(joined.get(last).end(), span.end());
        joined.set(last, new Span(joined.get(last).start(), end));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  public List<Piece> pieces() {
    return pieces;
  }

  public int sampleRateHz() {
    return sampleRateHz;
  }

  /** Seconds that are decoded. */
  public double fedSeconds() {
    return pieces.stream().mapToLong(Piece::length).sum() / (double) sampleRateHz;
  }

  /**
   * The moment of the recording that a moment of the stream shows; at a joint, the later one.
   *
   * @param fedSeconds from 0 to {@link #fedSeconds}; beyond it, the end of the last piece
   */
  public double toRecording(double fedSeconds) {
    return inRecording(at(fedSeconds), fedSeconds);
  }

  /**
   * A word moved from the stream to the recording. A word that was heard across a joint lies in the
   * piece that holds its middle, and is cut there.
   */
  public Word toRecording(Word word) {
    Piece piece = at((word.start() + word.end()) / 2);
    double start = inRecording(piece, word.start());
    double end = inRecording(piece, word.end());
    return new Word(word.word(), start, Math.max(start, end), word.confidence());
  }

  private double inRecording(Piece piece, double fedSeconds) {
    double into = fedSeconds - piece.fed() / (double) sampleRateHz;
    double length = piece.length() / (double) sampleRateHz;
    return piece.start() / (double) sampleRateHz + Math.max(0, Math.min(length, into));
  }

  private Piece at(double fedSeconds) {
    if (pieces.isEmpty()) {
      throw new IllegalStateException("nothing was decoded, so there is nothing to map");
    }
    double sample = fedSeconds * sampleRateHz;
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (pieces.get(middle).fed() <= sample) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return pieces.get(low);
  }
}
