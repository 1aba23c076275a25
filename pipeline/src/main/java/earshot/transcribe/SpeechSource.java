package earshot.transcribe;

import java.io.IOException;

/** Speech of one speaker or channel, to be decoded as one stream; read again for a second try. */
public interface SpeechSource {
  /** Id of the recording, for messages; may occur in several sources at once. */
  String recording();

  int sampleRateHz();

  /**
   * Reads all of it from the start.
   *
   * @throws IOException when the recording cannot be read, or passed on from the sink
   */
  void readTo(Sink sink) throws IOException;

  /** Takes samples, waiting while recognition is behind. */
  interface Sink {
    /** The next {@code count} samples; the array may be used again afterwards. */
    void samples(short[] samples, int count) throws IOException;

    /**
     * Something is left out here: the speaker paused, or this is a good place for a fresh start.
     */
    void gap() throws IOException;
  }
}
