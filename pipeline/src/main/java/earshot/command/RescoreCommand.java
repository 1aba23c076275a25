package earshot.command;

import earshot.data.DataFolder;
import earshot.data.Leftovers;
import earshot.data.PersonAnswers;
import earshot.data.WriterLock;
import earshot.pipeline.Derived;
import earshot.pipeline.Rescore;
import earshot.score.Checklists;
import earshot.score.form.Form;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code earshot rescore}. */
@Command(
    name = "rescore",
    description = "Applies the current checklists to calls already transcribed; decodes nothing.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Earlier scorecards stay in the history of each call. What people answered stays above what",
      "the machine answers. A star marks an answer that is reported only and counts in no score.",
      "",
      "Examples:",
      "  earshot rescore --data quality --dry-run",
      "  earshot rescore --data quality --form courtesy"
    })
public final class RescoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--form", paramLabel = "FORM", description = "Only this form.")
  private @Nullable String form;

  @Option(names = "--dry-run", description = "Print what would change; write nothing.")
  private boolean dryRun;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Calls worked on at a time (default: the number of processors).")
  private int workers = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (workers < 1) {
      throw new ParameterException(spec.commandLine(), "--workers must be 1 or more");
    }
    Checklists checklists = Checklists.of(data.folder());
    List<String> forms = checklists.scorer().forms().stream().map(Form::id).toList();
    if (form != null && !forms.contains(form)) {
      throw new ParameterException(
          spec.commandLine(), "--form must be one of " + forms + ", is '" + form + "'");
    }
    DataFolder folder = data.existing();
    Rescore rescore = new Rescore(folder, checklists, PersonAnswers.load(folder), form);
    if (dryRun) {
      print(rescore.compare(workers));
      return 0;
    }
    try (WriterLock lock = WriterLock.acquire(folder, "rescore")) {
      Leftovers.clear(lock);
      print(rescore.apply(workers));
      Derived.bringUpToDate(folder);
    }
    return 0;
  }

  private void print(Rescore.Result result) {
    RescoreText.lines(result).forEach(System.out::println);
    System.out.printf(
        "%d calls looked at, %d with other answers%s.%n",
        result.calls(), result.changedCalls(), dryRun ? "; nothing was written" : "");
  }
}
