package earshot.model;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Vosk model on this machine.
 *
 * @param name folder name, kept in every transcript
 * @param sampleRateHz the rate the model was trained at
 * @param inputLevelDbfs RMS over speech frames that this model hears best at; null when the model
 *     normalises by itself
 */
public record RecognitionModel(
    String name, Path folder, int sampleRateHz, @Nullable Double inputLevelDbfs) {

  /**
   * This model with some settings changed, in a private folder below {@code cacheDir}: its files
   * are linked there, its configuration is written anew. The model's own folder stays as it is. The
   * same model with the same changes gives the same folder again. Where the model has these
   * settings already, it is returned itself.
   *
   * @param overrides Kaldi option names without dashes, such as {@code allow-upsample} or {@code
   *     endpoint.rule5.min-utterance-length}, and their values
   * @throws ModelException when the model cannot be read or the folder not be made
   */
  public RecognitionModel prepared(Path cacheDir, Map<String, String> overrides)
      throws ModelException {
    return PreparedModel.of(this, cacheDir, overrides);
  }
}
