package earshot.score;

import earshot.data.DataFolder;
import earshot.score.check.Checks;
import earshot.score.check.Conditions;
import earshot.score.definition.DefinitionException;
import earshot.score.form.Form;
import earshot.score.form.FormReader;
import earshot.score.form.Question;
import earshot.score.form.Vocabulary;
import earshot.score.mark.Marks;
import earshot.score.phrase.LanguagePack;
import earshot.score.phrase.LanguagePacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The checklists of a data folder: those that ship, with the customer's own in {@code
 * checklists/forms} and {@code checklists/languages} in addition or in place of them. What ships
 * counts in scores; a rule of one's own counts once marks confirm it. Thread-safe.
 */
public final class Checklists {
  private static final Set<String> FOLDERS = Set.of("forms", "languages");

  private final CallScorer scorer;
  private final FormVersions versions;
  private final AtomicBoolean kept = new AtomicBoolean();

  private Checklists(CallScorer scorer, FormVersions versions) {
    this.scorer = scorer;
    this.versions = versions;
  }

  /**
   * Reads them.
   *
   * @throws IOException naming file and line, when something in them cannot be used or a form says
   *     something else than when its version scored calls
   */
  public static Checklists of(DataFolder data) throws IOException {
    try {
      Path own = data.root().resolve("checklists");
      CallScorer scorer = Files.isDirectory(own) ? own(own, data) : CallScorer.standard();
      FormVersions versions = new FormVersions(data);
      versions.check(scorer.forms());
      return new Checklists(scorer, versions);
    } catch (DefinitionException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Looks, before any work, whether they can be used; reads no more than it has to.
   *
   * @throws IOException as {@link #of}
   */
  public static void check(DataFolder data) throws IOException {
    if (Files.isDirectory(data.root().resolve("checklists"))) {
      of(data);
    } else {
      new FormVersions(data).check(FormReader.shipped());
    }
  }

  /** The hashes of the rules that ship. */
  public static Set<String> shippedRules() {
    return new RuleHashes(FormReader.shipped(), LanguagePacks.shipped()).all();
  }

  private static CallScorer own(Path folder, DataFolder data) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        if (Files.isDirectory(entry) && !FOLDERS.contains(String.valueOf(entry.getFileName()))) {
          throw new IOException(entry + ": known here are the folders forms and languages");
        }
      }
    }
    LanguagePacks packs = LanguagePacks.with(folder.resolve("languages"));
    List<Form> forms = forms(folder.resolve("forms"), packs);
    Set<String> shipped = shippedRules();
    Marks marks = Marks.of(data);
    return new CallScorer(
        forms,
        packs,
        (form, rule) -> shipped.contains(rule) || marks.confirm(rule, form.countsFrom()));
  }

  private static List<Form> forms(Path folder, LanguagePacks packs) throws IOException {
    Map<String, Form> forms = new LinkedHashMap<>();
    FormReader.shipped().forEach(f -> forms.put(f.id(), f));
    Map<String, String> read = new HashMap<>();
    if (Files.isDirectory(folder)) {
      Vocabulary known = new Vocabulary(families(packs), Checks.names(), Conditions.names());
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
          Form form = FormReader.read(file.toString(), Files.readString(file), known);
          String other = read.put(form.id(), file.toString());
          if (other != null) {
            throw new IOException(file + ": the form '" + form.id() + "' is also in " + other);
          }
          forms.put(form.id(), form);
        }
      }
    }
    checkIds(forms.values());
    return List.copyOf(forms.values());
  }

  private static Set<String> families(LanguagePacks packs) {
    Set<String> names = new TreeSet<>();
    for (LanguagePack pack : packs.all().values()) {
      names.addAll(pack.familyNames());
    }
    return names;
  }

  /** Search and truth name a question by its id alone. */
  private static void checkIds(Iterable<Form> forms) throws IOException {
    Map<String, Question> ids = new HashMap<>();
    for (Form form : forms) {
      for (Question question : form.questions()) {
        Question other = ids.put(question.id(), question);
        if (other != null) {
          throw new IOException(
              question.where()
                  + ": the question '"
                  + question.id()
                  + "' is also in "
                  + other.where()
                  + "; its id must be its own");
        }
      }
    }
  }

  public CallScorer scorer() {
    return scorer;
  }

  /** To be called before a record is written that was scored: its form versions are fixed then. */
  public void keepVersions() throws IOException {
    if (!kept.get()) {
      synchronized (kept) {
        if (!kept.get()) {
          versions.keep(scorer.forms());
          kept.set(true);
        }
      }
    }
  }
}
