package earshot.workbench.playlist;

import earshot.data.ClipFolders;
import earshot.data.DataFolder;
import earshot.workbench.erase.Eraser;
import earshot.workbench.erase.Rows;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Clips whose copies were erased at somebody's request: their rows go. Calls that were erased for
 * their age leave copies behind, and their clips stay.
 */
public final class ClipEraser implements Eraser {
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
    calls.addAll(Rows.words(database, "clip_state", "note"));
    calls.addAll(Rows.words(database, "playlist_state", "title"));
    return calls;
  }

  @Override
  public void erase(Handle database, Set<String> callIds) {
    Set<String> gone = new HashSet<>(callIds);
    gone.removeIf(this::hasCopies);
    for (String call : gone) {
      database.execute(
          """
          delete from clip_state where clip_id in (select clip_id from clip where call_id = ?)
          """,
          call);
    }
    Rows.delete(database, "clip", gone);
    Rows.takeOut(database, "clip_state", "state_id", "note", callIds);
    Rows.takeOut(database, "playlist_state", "state_id", "title", callIds);
  }

  private boolean hasCopies(String callId) {
    return Files.isDirectory(ClipFolders.of(folder, callId));
  }
}
