package earshot.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the workbench keeps redacted copies of parts of calls to learn from: {@code
 * workbench/playlists/<call_id>/}. They outlive the call when it is erased for its age, but not
 * when somebody asks for the call itself to be erased.
 */
public final class ClipFolders {
  private ClipFolders() {}

  /** The folder with the copies made of one call. */
  public static Path of(DataFolder folder, String callId) {
    return folder.workbench().resolve("playlists").resolve(FileNames.encode(callId));
  }

  /**
   * Deletes every copy made of a call.
   *
   * @return whether there was any
   */
  public static boolean erase(DataFolder folder, String callId) throws IOException {
    Path copies = of(folder, callId);
    if (!Files.isDirectory(copies)) {
      return false;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(copies)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    AtomicFiles.syncFolder(copies.toAbsolutePath().resolveSibling(""));
    return true;
  }
}
