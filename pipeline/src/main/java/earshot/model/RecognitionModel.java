package earshot.model;

import java.nio.file.Path;
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
    String name, Path folder, int sampleRateHz, @Nullable Double inputLevelDbfs) {}
