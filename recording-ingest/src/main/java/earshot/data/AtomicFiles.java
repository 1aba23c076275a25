package earshot.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files that are there whole or not at all: temporary file, fsync, rename. */
public final class AtomicFiles {
  /** Temporary files carry this in their name; a reader skips them, the writer clears old ones. */
  public static final String TEMPORARY = ".tmp-";

  private AtomicFiles() {}

  public static void write(Path target, byte[] bytes) throws IOException {
    Path folder = target.resolveSibling("").toAbsolutePath();
    Files.createDirectories(folder);
    Path temporary = folder.resolve(TEMPORARY + UUID.randomUUID());
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      syncFolder(folder);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Makes names that were added to or removed from a folder last through a power cut. */
  static void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
