package earshot.score.phrase;

import earshot.match.Language;
import earshot.score.definition.Definition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a language pack: {@code language.yaml} and the family files beside it. */
final class LanguagePackReader {
  private final Map<String, Family> families = new LinkedHashMap<>();
  private final Map<String, Definition> referring = new LinkedHashMap<>();
  private final Map<String, Set<String>> words = new HashMap<>();
  private final Map<String, List<String>> shortForms = new HashMap<>();
  private final PhraseBook book = new PhraseBook();
  private final String code;
  private final Language language;
  private final PatternReader patterns;

  private LanguagePackReader(Definition definition) {
    Map<String, Definition> entries =
        definition.entries(Set.of("code", "name", "short-forms", "words", "files"));
    this.code = definition.need("code").text();
    this.language = Language.of(code);
    Definition forms = entries.get("short-forms");
    if (forms != null) {
      forms.entries().forEach((form, long_) -> shortForms.put(form, long_.texts()));
    }
    definition.need("words").entries().forEach((list, d) -> words.put(list, folded(d.text())));
    this.patterns = new PatternReader(language, shortForms, book);
  }

  /**
   * Reads a pack.
   *
   * @param files name to text; the first is {@code language.yaml}
   * @throws earshot.score.definition.DefinitionException naming file and line
   */
  static LanguagePack read(Map<String, String> files) {
    return read(files, Map.of());
  }

  /**
   * Reads a pack that somebody added to.
   *
   * @param files name to text; the first is {@code language.yaml}
   * @param own families that come in addition, or in place of those of the same name
   * @throws earshot.score.definition.DefinitionException naming file and line
   */
  static LanguagePack read(Map<String, String> files, Map<String, String> own) {
    LanguagePackReader reader = null;
    StringBuilder all = new StringBuilder();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Definition definition = Definition.parse(file.getKey(), file.getValue());
      all.append(file.getValue());
      if (reader == null) {
        reader = new LanguagePackReader(definition);
      } else {
        reader.families(definition);
      }
    }
    if (reader == null) {
      throw new IllegalArgumentException("a language pack needs its language.yaml");
    }
    Map<String, Family> before = new LinkedHashMap<>(reader.families);
    reader.families.clear();
    for (Map.Entry<String, String> file : own.entrySet()) {
      all.append(file.getValue());
      reader.families(Definition.parse(file.getKey(), file.getValue()));
    }
    before.forEach(reader.families::putIfAbsent);
    reader.checkReferences();
    return new LanguagePack(
        reader.code, reader.language, reader.families, reader.book, reader.words, all.toString());
  }

  private void families(Definition file) {
    file.entries(Set.of("families"));
    file.need("families").entries().forEach(this::family);
  }

  private Set<String> folded(String list) {
    Set<String> forms = new HashSet<>();
    for (String word : list.split("\\s+")) {
      forms.add(language.form(word));
    }
    forms.remove("");
    return forms;
  }

  private void family(String name, Definition definition) {
    Map<String, Definition> entries =
        definition.entries(Set.of("means", "find", "except", "unlike"));
    if (families.containsKey(name)) {
      throw definition.error("the family '" + name + "' is there twice");
    }
    List<Family.Entry> ways = new ArrayList<>();
    for (Definition way : definition.need("find").list()) {
      ways.add(entry(way));
    }
    Definition except = entries.get("except");
    List<Pattern> excepted = new ArrayList<>();
    if (except != null) {
      except.list().forEach(d -> excepted.add(pattern(d)));
    }
    families.put(
        name,
        new Family(
            name,
            definition.need("means").text(),
            ways,
            excepted.isEmpty() ? null : new Pattern.Any(excepted),
            examples(entries.get("unlike")),
            rule(ways, except)));
    referring.put(name, definition);
  }

  private static String rule(List<Family.Entry> ways, @Nullable Definition except) {
    StringBuilder rule = new StringBuilder();
    ways.forEach(w -> rule.append(w.place()).append(' ').append(w.text()).append('\n'));
    return except == null
        ? rule.toString()
        : rule.append("except ").append(except.canonical()).toString();
  }

  private Family.Entry entry(Definition definition) {
    if (definition.isText()) {
      return new Family.Entry(
          definition.text(), pattern(definition), Family.Place.ANYWHERE, List.of(), List.of());
    }
    Map<String, Definition> entries = definition.entries(Set.of("find", "at", "like", "unlike"));
    Definition find = definition.need("find");
    return new Family.Entry(
        find.text(),
        pattern(find),
        place(entries.get("at")),
        examples(entries.get("like")),
        examples(entries.get("unlike")));
  }

  private Pattern pattern(Definition definition) {
    try {
      return patterns.read(definition.text());
    } catch (IllegalArgumentException e) {
      throw definition.error(String.valueOf(e.getMessage()), e);
    }
  }

  private static Family.Place place(@Nullable Definition at) {
    if (at == null) {
      return Family.Place.ANYWHERE;
    }
    return switch (at.text()) {
      case "start" -> Family.Place.START;
      case "clause" -> Family.Place.CLAUSE;
      case "end" -> Family.Place.END;
      case "question" -> Family.Place.QUESTION;
      default -> throw at.error("'at' is start, clause, end or question, not '" + at.text() + "'");
    };
  }

  private static List<Family.Example> examples(@Nullable Definition definition) {
    return definition == null
        ? List.of()
        : definition.list().stream()
            .map(d -> new Family.Example(d.source() + ":" + d.line(), d.text()))
            .toList();
  }

  private void checkReferences() {
    families
        .values()
        .forEach(
            f -> {
              f.entries().forEach(e -> checkReferences(f, e.pattern()));
              if (f.except() != null) {
                checkReferences(f, f.except());
              }
            });
  }

  private void checkReferences(Family family, Pattern pattern) {
    if (pattern instanceof Pattern.Family other) {
      Definition where = referring.get(family.name());
      if (where != null && !families.containsKey(other.name())) {
        throw where.error("there is no family '" + other.name() + "'");
      }
      if (where != null && other.name().equals(family.name())) {
        throw where.error("the family '" + family.name() + "' refers to itself");
      }
    } else if (pattern instanceof Pattern.Any any) {
      any.parts().forEach(p -> checkReferences(family, p));
    } else if (pattern instanceof Pattern.Near near) {
      checkReferences(family, near.left());
      checkReferences(family, near.right());
    } else if (pattern instanceof Pattern.Outside outside) {
      checkReferences(family, outside.find());
      checkReferences(family, outside.within());
    }
  }
}
