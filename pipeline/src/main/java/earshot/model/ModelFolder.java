package earshot.model;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opens folders of Vosk models, of either layout and any sample rate.
 *
 * <p>A model's folder may hold {@value #SETTINGS_FILE}, which wins over what the catalogue says of
 * a model of that name: {@code input-level-dbfs} (a number, or {@code none}) and {@code language}.
 */
public final class ModelFolder {
  /** What is known of a model besides what libvosk reads; optional. */
  public static final String SETTINGS_FILE = "earshot.properties";

  private static final int DEEPEST_NESTING = 3;
  private static final String HOW_TO_GET_ONE = "fetch one with: earshot models install NAME";

  private ModelFolder() {}

  /**
   * Reads what a folder holds. A folder that was unpacked into itself is looked through: where it
   * has a single folder inside, that one is opened.
   *
   * @throws ModelException one sentence that names the folder, what is missing and what to do
   */
  public static RecognitionModel open(Path folder) throws ModelException {
    Path given = folder.toAbsolutePath().normalize();
    if (!Files.exists(given)) {
      throw new ModelException("there is no model folder " + given + "; " + HOW_TO_GET_ONE);
    }
    if (!Files.isDirectory(given)) {
      throw new ModelException(
          given
              + " is a file, not a model folder; if it is an archive, unpack it and give the folder");
    }
    Path found = nested(given);
    ModelLayout layout = ModelLayout.of(found).orElseThrow(() -> noModel(given));
    List<String> missing = layout.missing(found);
    if (!missing.isEmpty()) {
      throw new ModelException(
          found
              + " is an incomplete Vosk model: missing "
              + String.join(", ", missing)
              + "; unpack it again, or "
              + HOW_TO_GET_ONE);
    }
    return new RecognitionModel(
        nameOf(found),
        found,
        ModelConf.read(found, layout).sampleRateHz(),
        inputLevel(found, ModelCatalogue.load()));
  }

  /** The language of the model, as its settings, the catalogue or its name say. */
  static Optional<String> language(RecognitionModel model) throws ModelException {
    String own = settings(model.folder()).getProperty("language");
    ModelCatalogue catalogue = ModelCatalogue.load();
    return own == null ? catalogue.languageOf(model.name()) : Optional.of(catalogue.language(own));
  }

  private static Path nested(Path folder) {
    Path at = folder;
    for (int depth = 0; depth < DEEPEST_NESTING && ModelLayout.of(at).isEmpty(); depth++) {
      List<Path> inside = foldersIn(at);
      if (inside.size() != 1) {
        return folder;
      }
      at = inside.get(0);
    }
    return at;
  }

  /** The folders inside, without hidden ones and those that archivers add. */
  static List<Path> foldersIn(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(Files::isDirectory)
          .filter(f -> !nameOf(f).startsWith(".") && !nameOf(f).equals("__MACOSX"))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static ModelException noModel(Path folder) {
    return new ModelException(
        folder
            + " is no Vosk model: it has neither am/final.mdl nor final.mdl; give the folder that holds"
            + " am, conf and graph, or "
            + HOW_TO_GET_ONE);
  }

  private static @Nullable Double inputLevel(Path folder, ModelCatalogue catalogue)
      throws ModelException {
    String own = settings(folder).getProperty("input-level-dbfs");
    if (own == null) {
      return catalogue.find(nameOf(folder)).map(PublishedModel::inputLevelDbfs).orElse(null);
    }
    if (own.strip().equals("none")) {
      return null;
    }
    try {
      double level = Double.parseDouble(own.strip());
      if (level >= -90 && level <= 0) {
        return level;
      }
    } catch (NumberFormatException e) {
      // Said below, with the range.
    }
    throw new ModelException(
        folder.resolve(SETTINGS_FILE)
            + ": input-level-dbfs must be a number from -90 to 0, or none, is '"
            + own
            + "'");
  }

  private static Properties settings(Path folder) throws ModelException {
    Properties settings = new Properties();
    Path file = folder.resolve(SETTINGS_FILE);
    if (Files.isRegularFile(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        settings.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new ModelException(file + " cannot be read: " + e, e);
      }
    }
    return settings;
  }

  static String nameOf(Path folder) {
    Path name = folder.getFileName();
    return name == null ? folder.toString() : name.toString();
  }
}
