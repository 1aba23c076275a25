package earshot.workbench.playlist;

import earshot.data.ClipFolders;
import earshot.data.DataFolder;
import earshot.workbench.erase.Eraser;
import earshot.workbench.erase.Rows;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Clips whose copies were erased at somebody's request: their rows go. Calls that were erased for
 * their age leave copies behind, and their clips stay.
 */
public final class ClipEraser implements Eraser {
  private static final List<Rows.Column> TYPED =
      List.of(
          new Rows.Column("clip_state", "state_id", "note"),
          new Rows.Column("playlist_state", "state_id", "title"));

  private final DataFolder folder;

  public ClipEraser(DataFolder folder) {
    this.folder = folder;
  }

  @Override
  public String what() {
    return "clips";
  }

  @Override
  public Set<String> calls(Handle database) {
    Set<String> calls = new HashSet<>(Rows.calls(database, "clip"));
    calls.removeIf(this::hasCopies);
    calls.addAll(Rows.words(database, TYPED));
    return calls;
  }

  @Override
  public void erase(Handle database, Set<String> callIds) {
    Set<String> gone = new HashSet<>(callIds);
    gone.removeIf(this::hasCopies);
    Rows.delete(database, "clip_state", "clip_id", "clip", gone);
    Rows.delete(database, "clip", gone);
    Rows.takeOut(database, TYPED, callIds);
  }

  private boolean hasCopies(String callId) {
    return Files.isDirectory(ClipFolders.of(folder, callId));
  }
}
