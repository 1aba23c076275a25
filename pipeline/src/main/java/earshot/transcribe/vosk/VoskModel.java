package earshot.transcribe.vosk;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A loaded model, shared by any number of recognizers. Thread-safe, except that {@link #close} must
 * come after the last use.
 */
public final class VoskModel implements AutoCloseable {
  /** What transcripts name as their engine. */
  public static final String ENGINE = "vosk " + LibVosk.VERSION;

  private final Path folder;
  private @Nullable Pointer pointer;

  private VoskModel(Path folder, Pointer pointer) {
    this.folder = folder;
    this.pointer = pointer;
  }

  /**
   * Loads a model into this process, with dither off: the same samples give the same words.
   *
   * @throws IOException when the folder is no model that libvosk can read
   */
  public static VoskModel load(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "no model at " + folder + ": expected a folder with am/, conf/ and graph/");
    }
    LibVosk.vosk_set_log_level(-1);
    Pointer pointer;
    try (PrivateModel repeatable = PrivateModel.of(folder)) {
      pointer = LibVosk.vosk_model_new(repeatable.folder().toString());
    }
    if (pointer == null) {
      throw new IOException(
          "libvosk cannot read the model at " + folder + "; check it with 'earshot models verify'");
    }
    return new VoskModel(folder, pointer);
  }

  /**
   * A fresh recognizer for one stream.
   *
   * @param sampleRateHz rate of what will be fed; libvosk resamples where the model's configuration
   *     allows it
   * @throws RecognizerException when libvosk cannot make one
   */
  public VoskRecognizer recognizer(int sampleRateHz) throws RecognizerException {
    Pointer model = pointer;
    if (model == null) {
      throw new IllegalStateException("model " + folder + " is closed");
    }
    Pointer recognizer = LibVosk.vosk_recognizer_new(model, sampleRateHz);
    if (recognizer == null) {
      throw new RecognizerException(
          "libvosk made no recognizer for " + sampleRateHz + " Hz with " + folder.getFileName());
    }
    LibVosk.vosk_recognizer_set_words(recognizer, 1);
    return new VoskRecognizer(recognizer, sampleRateHz);
  }

  @Override
  public void close() {
    Pointer model = pointer;
    pointer = null;
    if (model != null) {
      LibVosk.vosk_model_free(model);
    }
  }
}
