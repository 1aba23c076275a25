package earshot.score.phrase;

import earshot.score.definition.Definition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

  private static LanguagePack shipped(String code, List<String> files) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("languages/" + code + "/language.yaml", resource(code + "/language.yaml"));
    for (String file : files) {
      String path = code + "/" + file + ".yaml";
      texts.put("languages/" + path, resource(path));
    }
    return LanguagePackReader.read(texts);
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
