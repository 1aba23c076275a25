package earshot.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a model: of its features ({@code mfcc.conf}) and of its decoder ({@code
 * model.conf}). Immutable.
 */
public final class ModelConf {
  /** What Kaldi assumes where mfcc.conf does not say. */
  private static final int KALDI_DEFAULT_RATE_HZ = 16_000;

  private final KaldiOptions features;
  private final KaldiOptions decoder;
  private final int sampleRateHz;

  private ModelConf(KaldiOptions features, KaldiOptions decoder, int sampleRateHz) {
    this.features = features;
    this.decoder = decoder;
    this.sampleRateHz = sampleRateHz;
  }

  /**
   * @throws ModelException when the model's configuration cannot be read
   */
  public static ModelConf of(RecognitionModel model) throws ModelException {
    ModelLayout layout = ModelLayout.of(model.folder()).orElse(ModelLayout.FOLDERS);
    return read(model.folder(), layout);
  }

  static ModelConf read(Path folder, ModelLayout layout) throws ModelException {
    Path featureFile = folder.resolve(layout.featureConf());
    KaldiOptions features = KaldiOptions.read(featureFile);
    KaldiOptions decoder =
        layout.decoderConf().isPresent()
            ? KaldiOptions.read(folder.resolve(layout.decoderConf().get()))
            : KaldiOptions.NONE.with(ModelCatalogue.load().flatLayoutSettings());
    return new ModelConf(features, decoder, rate(features, featureFile));
  }

  private static int rate(KaldiOptions features, Path file) throws ModelException {
    String text = features.get("sample-frequency").orElse(String.valueOf(KALDI_DEFAULT_RATE_HZ));
    try {
      double rate = Double.parseDouble(text);
      if (rate >= 1000 && rate <= 192_000 && rate == Math.rint(rate)) {
        return (int) rate;
      }
    } catch (NumberFormatException e) {
      // Said below, with the range.
    }
    throw new ModelException(
        file + ": --sample-frequency must be whole Hz from 1000 to 192000, is '" + text + "'");
  }

  /** The rate the model was trained at. */
  public int sampleRateHz() {
    return sampleRateHz;
  }

  /** Whether audio of a lower rate than the model's may be fed to it. */
  public boolean allowsUpsampling() {
    return features.flag("allow-upsample");
  }

  /**
   * Whether audio of a higher rate may be fed to the model: always, since libvosk 0.3.45 switches
   * this on whatever mfcc.conf says (measured).
   */
  public boolean allowsDownsampling() {
    return true;
  }

  /** Whether audio of this rate can be fed to the model as it lies. */
  public boolean accepts(int audioRateHz) {
    return audioRateHz < sampleRateHz
        ? allowsUpsampling()
        : audioRateHz == sampleRateHz || allowsDownsampling();
  }

  /**
   * What {@link RecognitionModel#prepared} must change so that the model accepts this rate; empty
   * when nothing.
   */
  public Map<String, String> changesFor(int audioRateHz) {
    return accepts(audioRateHz) ? Map.of() : Map.of("allow-upsample", "true");
  }

  /** A setting by its Kaldi name, without dashes, from whichever file has it. */
  public Optional<String> setting(String name) {
    Optional<String> feature = features.get(name);
    return feature.isPresent() ? feature : decoder.get(name);
  }

  /** These settings with some changed; each goes to the file that Kaldi reads it from. */
  ModelConf with(Map<String, String> changes) {
    Set<String> featureNames = ModelCatalogue.load().featureOptions();
    Map<String, String> ofFeatures = new LinkedHashMap<>();
    Map<String, String> ofDecoder = new LinkedHashMap<>();
    changes.forEach(
        (name, value) -> {
          String normal = KaldiOptions.normal(name);
          boolean feature = features.get(normal).isPresent() || featureNames.contains(normal);
          (feature ? ofFeatures : ofDecoder).put(normal, value);
        });
    return new ModelConf(features.with(ofFeatures), decoder.with(ofDecoder), sampleRateHz);
  }

  String featureText() {
    return features.text();
  }

  String decoderText() {
    return decoder.text();
  }
}
