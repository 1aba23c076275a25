package earshot.command;

import earshot.data.CallTraces;
import earshot.data.DataFolder;
import java.util.List;
import picocli.CommandLine.Command;

/**
 * Options that say where else something about calls is kept. The module with the main class
 * supplies it, for it knows such places; an implementation may carry picocli options.
 */
public interface Elsewhere {
  /** The other places of a data folder; nothing is opened yet. */
  List<CallTraces> traces(DataFolder folder);

  /** For a data folder without other places. */
  @Command
  final class Nowhere implements Elsewhere {
    @Override
    public List<CallTraces> traces(DataFolder folder) {
      return List.of();
    }
  }
}
