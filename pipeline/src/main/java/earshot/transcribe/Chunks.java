package earshot.transcribe;

import java.io.IOException;

/** Cuts what a source gives into pieces of exactly the length that a recognizer wants. */
public final class Chunks implements SpeechSource.Sink {
  /** Takes the pieces. */
  public interface Taker {
    /**
     * @param count as many as wanted; fewer only before a gap or at the end
     */
    void take(short[] chunk, int count) throws IOException;

    /** Between two pieces something is left out. */
    void gap() throws IOException;
  }

  private final Taker taker;
  private final short[] chunk;
  private int filled;

  public Chunks(int samples, Taker taker) {
    this.taker = taker;
    this.chunk = new short[samples];
  }

  @Override
  public void samples(short[] samples, int count) throws IOException {
    for (int from = 0; from < count; ) {
      int taken = Math.min(chunk.length - filled, count - from);
      System.arraycopy(samples, from, chunk, filled, taken);
      filled += taken;
      from += taken;
      if (filled == chunk.length) {
        end();
      }
    }
  }

  @Override
  public void gap() throws IOException {
    end();
    taker.gap();
  }

  /** Passes on what is left. */
  public void end() throws IOException {
    if (filled > 0) {
      int count = filled;
      filled = 0;
      taker.take(chunk, count);
    }
  }
}
