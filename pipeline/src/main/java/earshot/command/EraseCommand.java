package earshot.command;

import earshot.data.CallLedger;
import earshot.data.CallTraces;
import earshot.data.ClipFolders;
import earshot.data.DataFolder;
import earshot.data.Erasure;
import earshot.data.FileTrouble;
import earshot.data.WriterLock;
import earshot.pipeline.Derived;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code earshot erase}. */
@Command(
    name = "erase",
    description = "Removes calls from everything; a later run does not bring them back.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The recordings themselves lie outside the data folder and stay. Clips in playlists are",
      "redacted copies to learn from: --before keeps them, erasing a call by its id does not.",
      "",
      "Examples:",
      "  earshot erase --data quality c1001 c1002",
      "  earshot erase --data quality --before 2026-01-01",
      "  earshot erase --data quality --finish"
    })
public final class EraseCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Mixin private DataOption data = new DataOption();

  @Mixin private final Elsewhere elsewhere;

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /**
   * @param elsewhere other places that keep something about calls
   */
  public EraseCommand(Elsewhere elsewhere) {
    this.elsewhere = elsewhere;
  }

  /** Ids, a date, or nothing but what is left to do. */
  static final class Which {
    @Parameters(arity = "1..*", paramLabel = "CALL_ID", description = "Calls to erase.")
    private List<String> callIds = List.of();

    @Option(
        names = "--before",
        paramLabel = "DATE",
        description = "Erase all calls that started before this day.")
    private @Nullable LocalDate before;

    @Option(
        names = "--finish",
        description = "Erase no more calls; do what could not be done for those erased before.")
    private boolean finish;
  }

  @Override
  public Integer call() throws IOException {
    DataFolder folder = data.existing();
    try (WriterLock lock = WriterLock.acquireFromWorkbench(folder, "erase", PATIENCE)) {
      List<CallLedger.Entry> calls = chosen(CallLedger.load(lock.folder()));
      Erasure erasure = new Erasure(folder);
      for (CallLedger.Entry call : calls) {
        erasure.erase(call, LocalDate.now());
      }
      for (String callId : which.callIds) {
        ClipFolders.erase(folder, callId);
      }
      boolean everywhere = forgotten(folder);
      Derived.erased(folder, calls.stream().map(CallLedger.Entry::callId).toList());
      int erased = Math.max(calls.size(), which.callIds.size());
      say(erased + (erased == 1 ? " call" : " calls") + " erased");
      return everywhere ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  /** Whether every other place has forgotten the erased calls; says so where one has not. */
  private boolean forgotten(DataFolder folder) {
    boolean all = true;
    for (CallTraces place : elsewhere.traces(folder)) {
      try {
        place.erase();
      } catch (IOException e) {
        all = false;
        PrintWriter err = spec.commandLine().getErr();
        err.println(
            "earshot: " + place.place() + " still knows erased calls: " + FileTrouble.words(e));
        err.println(
            "They go from there when the workbench runs again, or with: earshot erase --finish"
                + " --data "
                + folder.root());
        err.flush();
      }
    }
    return all;
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private List<CallLedger.Entry> chosen(CallLedger ledger) throws IOException {
    if (which.finish) {
      return List.of();
    }
    LocalDate before = which.before;
    if (before != null) {
      return ledger.entries().stream().filter(c -> c.date().isBefore(before)).toList();
    }
    List<CallLedger.Entry> calls = new ArrayList<>();
    for (String callId : which.callIds) {
      Optional<CallLedger.Entry> call = ledger.byCallId(callId);
      call.ifPresent(calls::add);
      // What is left of a call that was erased for its age: clips of it.
      if (call.isEmpty() && !Files.isDirectory(ClipFolders.of(data.folder(), callId))) {
        throw new IOException(
            "there is no call '"
                + callId
                + "' in "
                + data.folder().root()
                + "; nothing was erased");
      }
    }
    return calls;
  }
}
