package earshot.transcribe.vosk;

import com.sun.jna.Pointer;
import earshot.call.Word;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One libvosk recognizer. Not thread-safe: libvosk has no lock on it. */
public final class VoskRecognizer implements StreamRecognizer {
  /**
   * Seconds to feed in one call. libvosk looks for the end of an utterance once a call, so much
   * larger pieces mean utterances that never end.
   */
  public static final double CHUNK_SECONDS = 0.2;

  private final int sampleRateHz;
  private @Nullable Pointer pointer;

  VoskRecognizer(Pointer pointer, int sampleRateHz) {
    this.pointer = pointer;
    this.sampleRateHz = sampleRateHz;
  }

  /** Samples in {@link #CHUNK_SECONDS} at a rate. */
  public static int chunkSamples(int sampleRateHz) {
    return (int) Math.round(sampleRateHz * CHUNK_SECONDS);
  }

  @Override
  public boolean accept(short[] samples, int count) throws RecognizerException {
    int code = LibVosk.vosk_recognizer_accept_waveform_s(open(), samples, count);
    if (code < 0) {
      throw new RecognizerException(
          "libvosk refused "
              + count
              + " samples at "
              + sampleRateHz
              + " Hz; does the model take this rate (allow-upsample in its mfcc.conf)?");
    }
    return code > 0;
  }

  @Override
  public List<Word> result() throws RecognizerException {
    return words(LibVosk.vosk_recognizer_result(open()));
  }

  @Override
  public List<Word> flush() throws RecognizerException {
    return words(LibVosk.vosk_recognizer_final_result(open()));
  }

  private static List<Word> words(@Nullable Pointer json) throws RecognizerException {
    if (json == null) {
      throw new RecognizerException("libvosk gave no result");
    }
    return VoskJson.words(json.getString(0, StandardCharsets.UTF_8.name()));
  }

  private Pointer open() {
    Pointer recognizer = pointer;
    if (recognizer == null) {
      throw new IllegalStateException("recognizer is closed");
    }
    return recognizer;
  }

  @Override
  public void close() {
    Pointer recognizer = pointer;
    pointer = null;
    if (recognizer != null) {
      LibVosk.vosk_recognizer_free(recognizer);
    }
  }
}
