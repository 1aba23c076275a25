package earshot.score.phrase;

import earshot.score.definition.Definition;
import earshot.score.definition.DefinitionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The language packs there are, by language code. Thread-safe. */
public final class LanguagePacks {
  private static final String FOLDER = "/earshot/languages/";

  private final Map<String, LanguagePack> packs;

  private LanguagePacks(Map<String, LanguagePack> packs) {
    this.packs = packs;
  }

  /** The packs that ship: the languages listed in {@code earshot/languages/index.yaml}. */
  public static LanguagePacks shipped() {
    Map<String, LanguagePack> packs = new TreeMap<>();
    Definition index = Definition.parse("languages/index.yaml", resource("index.yaml"));
    index
        .need("languages")
        .entries()
        .forEach((code, files) -> packs.put(code, shipped(code, files.texts())));
    return new LanguagePacks(packs);
  }

  /**
   * The packs that ship, with what somebody added: in each folder of a language code, families in
   * addition to those that ship or in place of them, and, for a language that does not ship, its
   * {@code language.yaml}. A {@code language.yaml} for one that does takes the place of what ships.
   *
   * @param own folder of language folders; need not be there
   * @throws earshot.score.definition.DefinitionException naming file and line
   */
  public static LanguagePacks with(Path own) throws IOException {
    if (!Files.isDirectory(own)) {
      return shipped();
    }
    Map<String, LanguagePack> packs = new TreeMap<>(shipped().packs);
    Definition index = Definition.parse("languages/index.yaml", resource("index.yaml"));
    Map<String, Definition> listed = index.need("languages").entries();
    try (Stream<Path> folders = Files.list(own)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        String code = String.valueOf(folder.getFileName());
        Definition files = listed.get(code);
        packs.put(code, with(files == null ? Map.of() : texts(code, files.texts()), folder));
      }
    }
    return new LanguagePacks(packs);
  }

  private static LanguagePack with(Map<String, String> shipped, Path folder) throws IOException {
    Map<String, String> base = new LinkedHashMap<>();
    Map<String, String> own = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        boolean language = file.endsWith("language.yaml");
        (language ? base : own).put(file.toString(), Files.readString(file));
      }
    }
    boolean replaced = !base.isEmpty();
    if (!replaced && shipped.isEmpty()) {
      throw new DefinitionException(
          folder.resolve("language.yaml").toString(),
          1,
          "is missing; a language that does not ship needs its code, words and families");
    }
    shipped.forEach(
        (name, text) -> {
          if (!replaced || !name.endsWith("/language.yaml")) {
            base.put(name, text);
          }
        });
    return LanguagePackReader.read(base, own);
  }

  private static LanguagePack shipped(String code, List<String> files) {
    return LanguagePackReader.read(texts(code, files));
  }

  private static Map<String, String> texts(String code, List<String> files) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("languages/" + code + "/language.yaml", resource(code + "/language.yaml"));
    for (String file : files) {
      String path = code + "/" + file + ".yaml";
      texts.put("languages/" + path, resource(path));
    }
    return texts;
  }

  private static String resource(String path) {
    try (InputStream in = LanguagePacks.class.getResourceAsStream(FOLDER + path)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + FOLDER + path + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The pack of a language such as {@code en} or {@code en-GB}; {@code nb} and {@code nn} are no.
   */
  public Optional<LanguagePack> find(String code) {
    String base = code.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return Optional.ofNullable(packs.get(base.equals("nb") || base.equals("nn") ? "no" : base));
  }

  public Map<String, LanguagePack> all() {
    return packs;
  }
}
