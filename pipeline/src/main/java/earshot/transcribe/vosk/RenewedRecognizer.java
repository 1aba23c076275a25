package earshot.transcribe.vosk;

import earshot.call.Word;
import java.util.List;

/**
 * A recognizer that is replaced between two utterances now and then, so that a long stream takes no
 * more memory than a short one: what a recognizer keeps of the language model and of features grows
 * with what it has heard. Word times run on.
 */
final class RenewedRecognizer implements StreamRecognizer {
  /** Speech after which a recognizer is replaced when there is a chance. */
  static final double RENEW_SECONDS = 60;

  private final WorkerMain.Engine engine;
  private final int sampleRateHz;
  private StreamRecognizer current;
  private long samplesBefore;
  private long samples;

  RenewedRecognizer(WorkerMain.Engine engine, int sampleRateHz) throws RecognizerException {
    this.engine = engine;
    this.sampleRateHz = sampleRateHz;
    this.current = engine.recognizer(sampleRateHz);
  }

  @Override
  public boolean accept(short[] chunk, int count) throws RecognizerException {
    samples += count;
    return current.accept(chunk, count);
  }

  @Override
  public List<Word> result() throws RecognizerException {
    return samples >= RENEW_SECONDS * sampleRateHz ? flush() : later(current.result());
  }

  @Override
  public List<Word> flush() throws RecognizerException {
    List<Word> words = later(current.flush());
    if (samples >= RENEW_SECONDS * sampleRateHz) {
      current.close();
      current = engine.recognizer(sampleRateHz);
      samplesBefore += samples;
      samples = 0;
    }
    return words;
  }

  /** Words of the current recognizer, in seconds of the whole stream. */
  private List<Word> later(List<Word> words) {
    double before = (double) samplesBefore / sampleRateHz;
    return words.stream()
        .map(w -> new Word(w.word(), before + w.start(), before + w.end(), w.confidence()))
        .toList();
  }

  @Override
  public void close() {
    current.close();
  }
}
