package earshot.transcribe.vosk;

import earshot.call.Word;
import java.util.List;

/**
 * Turns one stream of samples into words. Used by one thread; thrown away after the stream.
 *
 * <p>Word times are seconds of fed audio since the recognizer was made, whatever was flushed
 * meanwhile.
 */
public interface StreamRecognizer extends AutoCloseable {
  /**
   * Hears the next samples.
   *
   * @return whether an utterance ended here, so that {@link #result} should be fetched
   * @throws RecognizerException when decoding failed
   */
  boolean accept(short[] samples, int count) throws RecognizerException;

  /** The words since the last result. */
  List<Word> result() throws RecognizerException;

  /** Decodes what is pending, returns the words since the last result, and starts afresh. */
  List<Word> flush() throws RecognizerException;

  @Override
  void close();
}
