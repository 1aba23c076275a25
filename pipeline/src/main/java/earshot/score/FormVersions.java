package earshot.score;

import earshot.data.AtomicFiles;
import earshot.data.DataFolder;
import earshot.score.definition.Definition;
import earshot.score.form.Form;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The forms that scored calls of a data folder, each version as it was then, in {@code
 * workbench/forms}. A version that has scored a call never changes.
 */
final class FormVersions {
  private final Path folder;

  FormVersions(DataFolder data) {
    this.folder = data.workbench().resolve("forms");
  }

  /**
   * Looks whether forms are what they were.
   *
   * @throws IOException when one says something else under the same version
   */
  void check(List<Form> forms) throws IOException {
    for (Form form : forms) {
      Path kept = file(form);
      if (Files.exists(kept)) {
        String before = Definition.parse(kept.toString(), Files.readString(kept)).canonical();
        if (!before.equals(form.canonical())) {
          throw new IOException(
              form.where()
                  + ": version "
                  + form.version()
                  + " of the form '"
                  + form.id()
                  + "' has scored calls, and was another then (see "
                  + kept
                  + "); raise its version to "
                  + next(form));
        }
      }
    }
  }

  private int next(Form form) {
    int version = form.version() + 1;
    while (Files.exists(file(form.id(), version))) {
      version++;
    }
    return version;
  }

  /** Keeps forms that are about to score a call. */
  void keep(List<Form> forms) throws IOException {
    for (Form form : forms) {
      if (!Files.exists(file(form))) {
        AtomicFiles.write(file(form), form.text().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private Path file(Form form) {
    return file(form.id(), form.version());
  }

  private Path file(String form, int version) {
    return folder.resolve(form + "." + version + ".yaml");
  }
}
