package earshot.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/** A key of a data folder: random, readable by its owner only, there whole or not at all. */
public final class KeyFile {
  private KeyFile() {}

  /**
   * Reads a key, and makes it the first time.
   *
   * @param bytes length of the key
   * @param without what happens without this very key, for the message: "or ..."
   * @throws IOException when it cannot be read or has another length
   */
  public static byte[] open(Path file, int bytes, String without) throws IOException {
    if (!Files.exists(file)) {
      create(file, bytes);
    }
    byte[] key = Files.readAllBytes(file);
    if (key.length != bytes) {
      throw new IOException(
          file
              + " must have "
              + bytes
              + " bytes, has "
              + key.length
              + "; restore it from a backup, "
              + without);
    }
    return key;
  }

  private static void create(Path file, int bytes) throws IOException {
    Files.createDirectories(file.resolveSibling("").toAbsolutePath());
    byte[] key = new byte[bytes];
    new SecureRandom().nextBytes(key);
    Path temporary = file.resolveSibling(AtomicFiles.TEMPORARY + UUID.randomUUID());
    try {
      writeForOwner(temporary, key);
      publish(temporary, file);
    } finally {
      Arrays.fill(key, (byte) 0);
      Files.deleteIfExists(temporary);
    }
  }

  private static void writeForOwner(Path file, byte[] key) throws IOException {
    FileAttribute<?>[] ownerOnly =
        file.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      channel.write(ByteBuffer.wrap(key));
      channel.force(true);
    }
  }

  /** Gives the file its name unless another process was faster: then that one's key counts. */
  private static void publish(Path temporary, Path file) throws IOException {
    try {
      Files.createLink(file, temporary);
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // A file system without links: a rename that does not replace is the next best.
      try {
        Files.move(temporary, file);
      } catch (FileAlreadyExistsException faster) {
        return;
      }
    }
  }
}
