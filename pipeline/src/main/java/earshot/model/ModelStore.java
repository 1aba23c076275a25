package earshot.model;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models on this machine: those that ship, in {@code models} below the program's folder, and
 * those that the user installed.
 *
 * <p>Which model hears a language, first match:
 *
 * <ol>
 *   <li>the one that {@value #DEFAULTS_FILE} in the user's folder names ({@code en=NAME});
 *   <li>the one that ships;
 *   <li>the only one installed.
 * </ol>
 *
 * <p>So installing a model never changes the results of a language that had one; {@code --model}
 * does, or {@value #DEFAULTS_FILE}. Of two models of one name the shipped one counts. Thread-safe;
 * looks at the folders at every call.
 */
public final class ModelStore {
  /** In the user's folder of models: {@code language=name} a line; optional. */
  public static final String DEFAULTS_FILE = "defaults.properties";

  /** System property: the program's folder. */
  static final String HOME_PROPERTY = "earshot.home";

  /** System property: the user's folder of models; wins over {@link #MODELS_VARIABLE}. */
  static final String MODELS_PROPERTY = "earshot.models";

  /** Environment variable: the user's folder of models. */
  static final String MODELS_VARIABLE = "EARSHOT_MODELS";

  private static final Logger LOG = LoggerFactory.getLogger(ModelStore.class);

  private final @Nullable Path shipped;
  private final Path own;

  /**
   * @param shipped folder of the models that ship; null when none do
   * @param own the user's folder of models; need not exist
   */
  public ModelStore(@Nullable Path shipped, Path own) {
    this.shipped = shipped;
    this.own = own.toAbsolutePath().normalize();
  }

  /** The store of this machine, as system properties and the environment say. */
  public static ModelStore ofThisMachine() {
    return ofThisMachine(null);
  }

  /**
   * @param own the user's folder of models; null for the one that system properties and the
   *     environment say
   */
  public static ModelStore ofThisMachine(@Nullable Path own) {
    String home = firstOf(System.getProperty(HOME_PROPERTY), System.getenv("EARSHOT_HOME"));
    return new ModelStore(
        home == null ? null : Path.of(home, "models"),
        own == null
            ? ownFolder(
                System.getProperty(MODELS_PROPERTY),
                System.getenv(),
                System.getProperty("user.home"))
            : own);
  }

  static Path ownFolder(
      @Nullable String property, Map<String, String> environment, @Nullable String userHome) {
    String given = firstOf(property, environment.get(MODELS_VARIABLE));
    if (given != null) {
      return Path.of(given);
    }
    String data = firstOf(environment.get("XDG_DATA_HOME"));
    Path base =
        data != null
            ? Path.of(data)
            : Path.of(userHome == null ? "." : userHome, ".local", "share");
    return base.resolve("earshot").resolve("models");
  }

  private static @Nullable String firstOf(@Nullable String... texts) {
    for (String text : texts) {
      if (text != null && !text.isBlank()) {
        return text;
      }
    }
    return null;
  }

  /** Where models are installed. */
  public Path ownFolder() {
    return own;
  }

  /** The models that are there, shipped ones first; a folder that is no model is logged. */
  public List<InstalledModel> installed() {
    Map<String, InstalledModel> byName = new LinkedHashMap<>();
    if (shipped != null) {
      collect(shipped, true, byName);
    }
    collect(own, false, byName);
    return new ArrayList<>(byName.values());
  }

  /** Every folder that is, or should be, a model. */
  public List<Path> folders() {
    List<Path> all = new ArrayList<>(shipped == null ? List.of() : ModelFolder.foldersIn(shipped));
    all.addAll(ModelFolder.foldersIn(own));
    return all;
  }

  private static void collect(Path folder, boolean ships, Map<String, InstalledModel> byName) {
    for (Path inside : ModelFolder.foldersIn(folder)) {
      try {
        RecognitionModel model = ModelFolder.open(inside);
        byName.putIfAbsent(
            model.name(),
            new InstalledModel(model, ModelFolder.language(model).orElse(null), ships));
      } catch (ModelException e) {
        LOG.warn("{}", e.getMessage());
      }
    }
  }

  /**
   * The model for {@code --model}: the name of one that is there, or a folder. A text with a slash
   * is a folder; without one a name wins over a folder of that name in the working folder.
   *
   * @throws ModelException naming what is there, when it is neither
   */
  public RecognitionModel resolve(String nameOrFolder) throws ModelException {
    if (ModelCatalogue.isName(nameOrFolder)) {
      Optional<RecognitionModel> named = byName(nameOrFolder);
      if (named.isPresent()) {
        return named.get();
      }
    }
    Path folder = path(nameOrFolder);
    if (Files.exists(folder) || folder.getNameCount() > 1 || folder.isAbsolute()) {
      return ModelFolder.open(folder);
    }
    throw unknown(nameOrFolder);
  }

  private static Path path(String text) throws ModelException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new ModelException("'" + text + "' is neither the name of a model nor a folder", e);
    }
  }

  private Optional<RecognitionModel> byName(String name) {
    return installed().stream()
        .map(InstalledModel::model)
        .filter(m -> m.name().equals(name))
        .findFirst();
  }

  private ModelException unknown(String name) {
    String there =
        installed().stream().map(m -> m.model().name()).collect(Collectors.joining(", "));
    return new ModelException(
        "there is no model '"
            + name
            + "': neither a folder nor one of those that are there ("
            + (there.isEmpty() ? "none" : there)
            + "); "
            + (ModelCatalogue.load().find(name).isPresent()
                ? "fetch it with: earshot models install " + name
                : "see: earshot models list"));
  }

  /**
   * The model that hears a language; empty when there is none, which quarantines a recording as
   * {@code no_model}.
   *
   * @throws ModelException when several are installed and none is the default, or the default is
   *     not there
   */
  public Optional<RecognitionModel> find(String language) throws ModelException {
    String code = ModelCatalogue.load().language(language);
    String chosen = defaults().get(code);
    if (chosen != null) {
      return Optional.of(resolve(chosen));
    }
    List<InstalledModel> hearing =
        installed().stream().filter(m -> code.equals(m.language())).toList();
    Optional<InstalledModel> ships = hearing.stream().filter(InstalledModel::shipped).findFirst();
    if (ships.isPresent() || hearing.size() < 2) {
      return ships.or(() -> hearing.stream().findFirst()).map(InstalledModel::model);
    }
    throw new ModelException(
        "several models hear '"
            + code
            + "' ("
            + hearing.stream().map(m -> m.model().name()).collect(Collectors.joining(", "))
            + "): choose one with --model, or with a line "
            + code
            + "=NAME in "
            + own.resolve(DEFAULTS_FILE));
  }

  private Map<String, String> defaults() throws ModelException {
    Path file = own.resolve(DEFAULTS_FILE);
    Properties lines = new Properties();
    if (Files.isRegularFile(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        lines.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new ModelException(file + " cannot be read: " + e, e);
      }
    }
    Map<String, String> defaults = new LinkedHashMap<>();
    for (String key : lines.stringPropertyNames()) {
      defaults.put(ModelCatalogue.load().language(key), lines.getProperty(key).strip());
    }
    return defaults;
  }
}
