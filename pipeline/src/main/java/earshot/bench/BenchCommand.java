package earshot.bench;

import earshot.command.DataOption;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.score.CallScorer;
import earshot.score.Checklists;
import earshot.score.form.Form;
import earshot.score.form.Question;
import earshot.score.mark.Mark;
import earshot.score.mark.Marks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code earshot bench}. */
@Command(
    name = "bench",
    description =
        "Draws places that a rule finds, for you to mark, and says how far to believe it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Marks are kept below DIR/workbench/bench; a marked place is not asked again while the rule is",
      "the same. A rule of your own counts in scores once the lower end of the interval of its",
      "precision reaches what its form says under counts-from.",
      "",
      "Examples:",
      "  earshot bench --data quality --form courtesy --question greeting",
      "  earshot bench --data quality --form courtesy --question greeting --near-misses --list"
    })
public final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--form", required = true, paramLabel = "F", description = "The form's id.")
  private String form = "";

  @Option(
      names = "--question",
      required = true,
      paramLabel = "Q",
      description = "The question's id.")
  private String question = "";

  @Option(
      names = "--near-misses",
      description =
          "Draw what the rule nearly finds: other words, other times, another speaker, exceptions.")
  private boolean nearMisses;

  @Option(names = "--list", description = "Print what is drawn; ask nothing.")
  private boolean list;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "30",
      description = "Places to draw (default: ${DEFAULT-VALUE}).")
  private int limit = 30;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed draws the same places (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Who marks (default: the name of the account on this machine).")
  private @Nullable String who;

  @Override
  public Integer call() throws IOException {
    DataFolder folder = data.existing();
    CallScorer scorer = Checklists.of(folder).scorer();
    Form chosen = form(scorer);
    if (limit < 1) {
      throw wrong("--limit must be 1 or more, is " + limit);
    }
    CallStore store = new CallStore(folder);
    Marks marks = Marks.of(folder);
    RulePlaces places = RulePlaces.of(store, scorer, chosen.id(), question);
    List<Drawn> drawn =
        places.draw(nearMisses ? Mark.Kind.NEAR_MISS : Mark.Kind.HIT, marks, seed, limit);
    if (drawn.isEmpty()) {
      System.out.printf(
          "No %s of %s is left to mark.%n", nearMisses ? "near miss" : "hit", question);
    }
    BenchSession session =
        new BenchSession(
            store,
            marks,
            chosen,
            question,
            who == null ? System.getProperty("user.name", "unknown") : who,
            Clock.systemUTC(),
            new PlaceText(System.console() != null && onTerminal()));
    if (list) {
      session.list(drawn, System.out);
    } else {
      session.ask(
          drawn,
          new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
          System.out);
    }
    System.out.printf("%nRule %s of %s, version %d%n", question, chosen.id(), chosen.version());
    Set<String> rules = Checklists.shippedRules();
    List<String> shipped =
        places.rules().entrySet().stream()
            .filter(r -> rules.contains(r.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    BenchSummary.lines(places, marks, chosen, shipped).forEach(System.out::println);
    return 0;
  }

  private static boolean onTerminal() {
    return Boolean.getBoolean("earshot.terminal");
  }

  private Form form(CallScorer scorer) {
    List<String> forms = scorer.forms().stream().map(Form::id).toList();
    Form chosen =
        scorer.forms().stream()
            .filter(f -> f.id().equals(form))
            .findFirst()
            .orElseThrow(() -> wrong("--form must be one of " + forms + ", is '" + form + "'"));
    List<String> questions = chosen.questions().stream().map(Question::id).toList();
    if (!questions.contains(question)) {
      throw wrong("--question must be one of " + questions + ", is '" + question + "'");
    }
    if (!scorer.searchesWords(form, question)) {
      throw wrong(
          "the question '"
              + question
              + "' rests on a measure, not on words: there is nothing to"
              + " mark");
    }
    return chosen;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
