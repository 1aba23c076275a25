package earshot.command;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.data.CallLedger;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.evaluate.AgreementTable;
import earshot.evaluate.AnswerAgreement;
import earshot.evaluate.SpeakerWords;
import earshot.evaluate.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code earshot evaluate}. */
@Command(
    name = "evaluate",
    description = "Compares answers and words with truth, question by question.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Truth files are JSON with call_id, turns and labels, as in samples/truth.",
      "",
      "Example:",
      "  earshot evaluate --data quality --truth labelled/"
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "DIR",
      description = "Folder of truth files, searched recursively.")
  private Path truth = Path.of("");

  @Option(
      names = "--disagreements",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "List each disagreement with its quote (default: yes).")
  private boolean disagreements = true;

  @Option(
      names = "--markdown",
      description =
          "Print the table for a document; of disagreements the call, its label and the answer.")
  private boolean markdown;

  @Override
  public Integer call() throws IOException {
    DataFolder folder = data.existing();
    if (!Files.isDirectory(truth)) {
      throw new IOException("--truth " + truth + " is no folder");
    }
    CallLedger ledger = CallLedger.load(folder);
    CallStore store = new CallStore(folder);
    AnswerAgreement answers = new AnswerAgreement();
    SpeakerWords words = new SpeakerWords();
    Map<String, Path> files = truthFiles();
    int compared = 0;
    int heard = 0;
    List<Truth> all = Truth.readAll(truth);
    for (Truth labels : all) {
      Optional<CallLedger.Entry> entry = ledger.byCallId(labels.callId());
      if (entry.isEmpty()) {
        continue;
      }
      CallRecord call = store.read(entry.get().file());
      answers.add(call, labels);
      compared++;
      Path file = files.get(labels.callId());
      if (call.transcript().model() != null && file != null) {
        words.add(call, file);
        heard++;
      }
    }
    if (markdown) {
      System.out.printf("%d calls.%n%n%s", compared, AgreementTable.markdown(answers));
      return 0;
    }
    System.out.printf(
        "%d calls compared; %d truth files have no call.%n%n", compared, all.size() - compared);
    System.out.print(AgreementTable.print(answers, disagreements));
    if (heard > 0) {
      System.out.printf("%nWord errors%n");
      System.out.print(words.print());
    }
    return 0;
  }

  private Map<String, Path> truthFiles() throws IOException {
    Map<String, Path> files = new HashMap<>();
    try (Stream<Path> walk = Files.walk(truth)) {
      for (Path file : walk.filter(p -> p.toString().endsWith(".json")).toList()) {
        JsonNode root = CallJson.mapper().readTree(file.toFile());
        if (root.path("turns").isArray() && root.path("call_id").isTextual()) {
          files.put(root.path("call_id").asText(), file);
        }
      }
    }
    return files;
  }
}
