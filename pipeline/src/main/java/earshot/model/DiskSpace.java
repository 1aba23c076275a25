package earshot.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether something fits on the disk; asked before, since a full disk helps nobody. */
final class DiskSpace {
  private final Free free;
  private final long spareBytes;

  /** Free bytes of the disk that holds a folder. */
  @FunctionalInterface
  interface Free {
    long bytes(Path folder) throws IOException;
  }

  DiskSpace(Free free, long spareBytes) {
    this.free = free;
    this.spareBytes = spareBytes;
  }

  static DiskSpace real(long spareBytes) {
    return new DiskSpace(folder -> Files.getFileStore(folder).getUsableSpace(), spareBytes);
  }

  /**
   * @throws ModelException naming folder, needed and free bytes, when they do not fit
   */
  void require(Path file, long bytes) throws IOException {
    Path folder = file.resolveSibling("").toAbsolutePath();
    long there = free.bytes(folder);
    if (there < bytes + spareBytes) {
      throw new ModelException(
          folder
              + " has "
              + there
              + " bytes free, "
              + (bytes + spareBytes)
              + " are needed; make room, or give another folder with --models");
    }
  }
}
