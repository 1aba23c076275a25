package earshot.data;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/**
 * Clears the temporary files that a killed writer left behind.
 *
 * <p>Whoever holds the lock is the only writer, so every temporary file is a leftover, except under
 * {@code workbench/}: the web application writes there without the lock, so a file must be old.
 */
public final class Leftovers {
  /** Far longer than any file of the workbench takes to write. */
  static final Duration OLD = Duration.ofHours(1);

  private Leftovers() {}

  /**
   * Deletes leftover temporary files.
   *
   * @param lock the proof that nobody else writes
   * @return how many were deleted
   */
  public static int clear(WriterLock lock) throws IOException {
    DataFolder folder = lock.folder();
    Clearing clearing = new Clearing(folder.workbench(), Instant.now().minus(OLD));
    Files.walkFileTree(folder.root(), clearing);
    return clearing.deleted;
  }

  private static final class Clearing extends SimpleFileVisitor<Path> {
    private final Path shared;
    private final Instant oldBefore;
    private int deleted;

    Clearing(Path shared, Instant oldBefore) {
      this.shared = shared;
      this.oldBefore = oldBefore;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      boolean temporary = file.getFileName().toString().startsWith(AtomicFiles.TEMPORARY);
      boolean inUse =
          file.startsWith(shared) && attributes.lastModifiedTime().toInstant().isAfter(oldBefore);
      if (temporary && !inUse && Files.deleteIfExists(file)) {
        deleted++;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      // Gone meanwhile: the workbench renamed its own temporary file.
      return FileVisitResult.CONTINUE;
    }
  }
}
