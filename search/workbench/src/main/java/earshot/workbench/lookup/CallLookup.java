package earshot.workbench.lookup;

import earshot.call.CallRecord;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.data.FileNames;
import earshot.data.PersonAnswers;
import earshot.workbench.account.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Finds the record of one call for somebody. The only way from a request to a record: what is
 * outside of the scope is as absent as what does not exist. Thread-safe.
 */
public final class CallLookup {
  private final DataFolder folder;
  private final CallStore store;
  private final UnaryOperator<CallRecord> asShown;

  /** Records as they are written. */
  public CallLookup(DataFolder folder) {
    this(folder, UnaryOperator.identity());
  }

  /**
   * @param asShown takes out of a record what must not be shown any more though it is still written
   */
  public CallLookup(DataFolder folder, UnaryOperator<CallRecord> asShown) {
    this.folder = folder;
    this.store = new CallStore(folder);
    this.asShown = asShown;
  }

  /**
   * The call, with the answers that people gave.
   *
   * @return empty when there is none, or the scope does not see it
   */
  public Optional<CallRecord> find(String callId, Scope scope) throws IOException {
    Optional<CallRecord> recorded = findRecorded(callId, scope);
    return recorded.isEmpty()
        ? recorded
        : Optional.of(PersonAnswers.load(folder, callId).effective(recorded.get()));
  }

  /**
   * The call with the machine's answers alone.
   *
   * @return empty as in {@link #find}
   */
  public Optional<CallRecord> findRecorded(String callId, Scope scope) throws IOException {
    String name = FileNames.encode(callId) + ".json";
    for (Path day : days()) {
      Path file = day.resolve(name);
      if (Files.isRegularFile(file)) {
        Optional<CallRecord> call = read(file);
        if (call.isPresent() && call.get().callId().equals(callId) && scope.sees(call.get())) {
          return call.map(asShown);
        }
      }
    }
    return Optional.empty();
  }

  /** The record, unless it was erased a moment ago. */
  private Optional<CallRecord> read(Path file) throws IOException {
    try {
      return Optional.of(store.read(file));
    } catch (IOException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private List<Path> days() throws IOException {
    if (!Files.isDirectory(folder.calls())) {
      return List.of();
    }
    try (Stream<Path> days = Files.list(folder.calls())) {
      return days.toList();
    }
  }
}
