package earshot.audio;

import java.io.Closeable;
import java.io.IOException;

/** Samples of one recording, read once from front to back in constant memory. Not thread-safe. */
public interface AudioReader extends Closeable {
  AudioFormat format();

  /**
   * Reads the next frames as 16-bit samples.
   *
   * @param planar one array a channel, each at least {@code frames} long
   * @param frames how many at most
   * @return how many were read; fewer than asked only at the end, and 0 when there are no more
   * @throws AudioException when the recording turns out to be damaged here
   */
  int read(short[][] planar, int frames) throws IOException;

  /**
   * Passes over frames. Where a frame has a place of its own in the file this is a jump; other
   * formats have to be decoded up to there.
   *
   * @param frames how many at most; {@link Long#MAX_VALUE} goes to the end and so counts them
   * @return how many were passed over; fewer than asked only at the end
   */
  default long skip(long frames) throws IOException {
    int block = 4096;
    short[][] unheard = new short[format().channels()][block];
    long passed = 0;
    int got = block;
    while (passed < frames && got > 0) {
      got = read(unheard, (int) Math.min(block, frames - passed));
      passed += got;
    }
    return passed;
  }
}
