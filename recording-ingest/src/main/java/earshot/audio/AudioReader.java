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
}
