package earshot.data;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Somebody else writes the data folder. The message names who, as far as that is known. */
public final class DataFolderBusyException extends IOException {
  private static final long serialVersionUID = 1;

  private final String command;

  DataFolderBusyException(DataFolder folder, WriterLock.@Nullable Holder holder) {
    super(
        folder.root()
            + " is being written by "
            + (holder == null ? "another process" : describe(holder))
            + ". A data folder has one writer: wait until that has finished, or stop it.");
    this.command = holder == null ? "" : holder.command();
  }

  /** What writes it, such as {@code run}; empty when that is not known. */
  String command() {
    return command;
  }

  private static String describe(WriterLock.Holder holder) {
    return "earshot "
        + holder.command()
        + " (process "
        + holder.pid()
        + " on "
        + holder.host()
        + ", since "
        + holder.since()
        + ")";
  }
}
