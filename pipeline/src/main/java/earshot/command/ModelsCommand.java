package earshot.command;

import earshot.model.ModelStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code earshot models}: what there is, fetch one, check one. */
@Command(
    name = "models",
    header = "Vosk recognition models: list, install, verify.",
    description =
        "Models that ship with Earshot are always there. Others are fetched from the official list into the"
            + " folder of models: --models, else the system property earshot.models, else EARSHOT_MODELS, else"
            + " ~/.local/share/earshot/models. Installing a model never changes which one a language is heard"
            + " with, where it had one; 'run --model NAME' does, or a line LANGUAGE=NAME in defaults.properties in"
            + " that folder.",
    footer = {
      "",
      "Examples:",
      "  earshot models list",
      "  earshot models install vosk-model-small-en-us-0.15",
      "  earshot run --input calls/ --data data --model vosk-model-small-en-us-0.15"
    },
    subcommands = {ModelsList.class, ModelsInstall.class, ModelsVerify.class})
public final class ModelsCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public void run() {
    CommandSpec here = Objects.requireNonNull(spec);
    throw new ParameterException(here.commandLine(), "models needs one of: list, install, verify");
  }

  /** Where models are looked for and put. */
  static final class Folder {
    @Option(
        names = "--models",
        paramLabel = "DIR",
        description = "folder of installed models (default: see 'earshot models --help')")
    private @Nullable Path models;

    ModelStore store() {
      return ModelStore.ofThisMachine(models);
    }
  }

  /** What the three subcommands share. */
  abstract static class Part implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @Mixin private @Nullable Folder folder;

    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "show this help")
    private boolean help;

    ModelStore store() {
      return Objects.requireNonNull(folder).store();
    }

    /** Results. */
    PrintWriter out() {
      return Objects.requireNonNull(spec).commandLine().getOut();
    }

    /** Progress and errors. */
    PrintWriter err() {
      return Objects.requireNonNull(spec).commandLine().getErr();
    }

    /** Says what went wrong and gives the exit code for it. */
    int failed(String message) {
      err().println(message);
      err().flush();
      return ExitCode.SOFTWARE;
    }
  }
}
