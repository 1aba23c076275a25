package earshot.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known about models without looking at the network: {@code earshot/models.yaml}.
 * Immutable.
 */
public final class ModelCatalogue {
  private static final String RESOURCE = "/earshot/models.yaml";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
  private static final Pattern CODE_IN_NAME =
      Pattern.compile("vosk-model-(?:small-|tiny-)?([a-z]{2})(?:-.*)?");

  private final Data data;

  private ModelCatalogue(Data data) {
    this.data = data;
  }

  /** The catalogue that comes with this program. */
  public static ModelCatalogue load() {
    return Holder.CATALOGUE;
  }

  /** Every model that ships or is published, by language as listed. */
  public List<PublishedModel> models() {
    return data.models;
  }

  public Optional<PublishedModel> find(String name) {
    return data.models.stream().filter(m -> m.name().equals(name)).findFirst();
  }

  /** Languages of this project for which nobody publishes a model. */
  public List<String> languagesWithoutModel() {
    return data.withoutModel;
  }

  /** The folder of the published archives; ends with a slash. */
  public URI baseUrl() {
    return data.baseUrl;
  }

  /** The page for people. */
  public URI page() {
    return data.page;
  }

  /** The code this project uses for a language: {@code en} for {@code en-GB}, {@code no} for nb. */
  public String language(String code) {
    String plain = code.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return data.languageCodes.getOrDefault(plain, plain);
  }

  /** The language of a model as the catalogue or its name says; empty when neither does. */
  public Optional<String> languageOf(String modelName) {
    Optional<PublishedModel> known = find(modelName);
    if (known.isPresent()) {
      return Optional.of(known.get().language());
    }
    Matcher matcher = CODE_IN_NAME.matcher(modelName);
    return matcher.matches()
        ? Optional.of(language(data.nameCodes.getOrDefault(matcher.group(1), matcher.group(1))))
        : Optional.empty();
  }

  String listFile() {
    return data.listFile;
  }

  Map<String, String> flatLayoutSettings() {
    return data.flatLayoutSettings;
  }

  Set<String> featureOptions() {
    return data.featureOptions;
  }

  DownloadLimits downloadLimits() {
    return data.download;
  }

  ArchiveLimits archiveLimits() {
    return data.archive;
  }

  /** Whether this can be the name of a model: one plain file name. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  static void requireName(String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a model's name has letters, digits, '.', '_' and '-' only, is '" + name + "'");
    }
  }

  private record Data(
      @JsonProperty("base_url") URI baseUrl,
      String listFile,
      URI page,
      List<PublishedModel> models,
      List<String> withoutModel,
      Map<String, String> nameCodes,
      Map<String, String> languageCodes,
      Map<String, String> flatLayoutSettings,
      Set<String> featureOptions,
      DownloadLimits download,
      ArchiveLimits archive) {
    Data {
      models = List.copyOf(models);
      withoutModel = List.copyOf(withoutModel);
      nameCodes = Map.copyOf(nameCodes);
      languageCodes = Map.copyOf(languageCodes);
      featureOptions = Set.copyOf(featureOptions);
    }
  }

  private static final class Holder {
    static final ModelCatalogue CATALOGUE = new ModelCatalogue(read());

    private static Data read() {
      YAMLMapper mapper =
          YAMLMapper.builder()
              .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
              .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build();
      try (InputStream in = ModelCatalogue.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("the program lacks its resource " + RESOURCE);
        }
        return mapper.readValue(in, Data.class);
      } catch (IOException e) {
        throw new UncheckedIOException("the resource " + RESOURCE + " cannot be read", e);
      }
    }
  }
}
