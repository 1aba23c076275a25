package earshot.command;

import earshot.model.ModelCheck;
import earshot.model.ModelConf;
import earshot.model.ModelException;
import earshot.model.ModelFolder;
import earshot.model.RecognitionModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** {@code earshot models verify}: reads every file of one model, or of all that are there. */
@Command(
    name = "verify",
    header = "Checks a model, or all that are there.",
    description =
        "Opens the folder, reads every file, compares checksums where they are known: of the models that ship, and"
            + " of those that 'install' made. Exit code 1 when something is wrong.",
    footer = {
      "",
      "Examples:",
      "  earshot models verify",
      "  earshot models verify /opt/models/vosk-model-el-gr-0.7"
    })
final class ModelsVerify extends ModelsCommand.Part {
  @Parameters(
      paramLabel = "NAME|DIR",
      arity = "0..1",
      description = "name of a model that is there, or a folder (default: all)")
  private @Nullable String model;

  @Override
  public Integer call() {
    try {
      if (model != null) {
        return verify(store().resolve(model)) ? 0 : ExitCode.SOFTWARE;
      }
      List<Path> folders = store().folders();
      if (folders.isEmpty()) {
        return failed("there are no models in " + store().ownFolder());
      }
      boolean well = true;
      for (Path folder : folders) {
        well &= verify(folder);
      }
      return well ? 0 : ExitCode.SOFTWARE;
    } catch (ModelException e) {
      return failed(e.getMessage());
    }
  }

  private boolean verify(Path folder) {
    try {
      return verify(ModelFolder.open(folder));
    } catch (ModelException e) {
      failed(e.getMessage());
      return false;
    }
  }

  private boolean verify(RecognitionModel model) throws ModelException {
    ModelCheck check = ModelCheck.of(model);
    for (String problem : check.problems()) {
      err().println(problem);
    }
    err().flush();
    out()
        .println(
            String.format(
                Locale.ROOT,
                "%s: %s; %d files, %.1f MB, %d Hz%s; checksums: %s",
                model.name(),
                check.well() ? "well" : check.problems().size() + " problems",
                check.files(),
                check.bytes() / 1e6,
                model.sampleRateHz(),
                ModelConf.of(model).allowsUpsampling() ? ", takes lower rates" : "",
                check.sums() == null ? "none known" : check.sums()));
    out().flush();
    return check.well();
  }
}
