package earshot.command;

import earshot.data.CallLedger;
import earshot.data.ClipFolders;
import earshot.data.DataFolder;
import earshot.data.Erasure;
import earshot.data.WriterLock;
import earshot.pipeline.Derived;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
      "  earshot erase --data quality --before 2026-01-01"
    })
public final class EraseCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  /** Either ids or a date. */
  static final class Which {
    @Parameters(arity = "1..*", paramLabel = "CALL_ID", description = "Calls to erase.")
    private List<String> callIds = List.of();

    @Option(
        names = "--before",
        paramLabel = "DATE",
        description = "Erase all calls that started before this day.")
    private @Nullable LocalDate before;
  }

  @Override
  public Integer call() throws IOException {
    DataFolder folder = data.existing();
    try (WriterLock lock = WriterLock.acquire(folder, "erase")) {
      List<CallLedger.Entry> calls = chosen(CallLedger.load(lock.folder()));
      Erasure erasure = new Erasure(folder);
      for (CallLedger.Entry call : calls) {
        erasure.erase(call, LocalDate.now());
      }
      for (String callId : which.callIds) {
        ClipFolders.erase(folder, callId);
      }
      Derived.erased(folder, calls.stream().map(CallLedger.Entry::callId).toList());
      int erased = Math.max(calls.size(), which.callIds.size());
      System.out.println(erased + (erased == 1 ? " call" : " calls") + " erased");
    }
    return 0;
  }

  private List<CallLedger.Entry> chosen(CallLedger ledger) throws IOException {
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
