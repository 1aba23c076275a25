package earshot.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks an archive that nobody vouches for: nothing lands outside the folder, no links, no more
 * than a model can hold. What the archive says of its sizes is checked first, what comes out is
 * counted.
 */
final class ModelArchive {
  private static final int BUFFER_BYTES = 1 << 16;

  private final ArchiveLimits limits;
  private final DiskSpace disk;

  ModelArchive(ArchiveLimits limits, DiskSpace disk) {
    this.limits = limits;
    this.disk = disk;
  }

  /**
   * @param folder must be empty; on failure it may hold some of the files
   * @throws ModelException naming the archive and what is wrong with it
   */
  void unpack(Path archive, Path folder) throws ModelException {
    try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
      long most = Math.min(limits.unpackedBytes(), limits.ratio() * Files.size(archive));
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      long declared = checkSizes(archive, entries, most);
      disk.require(folder, declared);
      Path root = folder.toAbsolutePath().normalize();
      long left = most;
      for (ZipArchiveEntry entry : entries) {
        left -= unpack(archive, zip, entry, root, left);
      }
    } catch (ModelException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelException(archive + " cannot be unpacked: " + e.getMessage(), e);
    }
  }

  private long checkSizes(Path archive, List<ZipArchiveEntry> entries, long most)
      throws ModelException {
    if (entries.isEmpty() || entries.size() > limits.entries()) {
      throw bad(
          archive, "it has " + entries.size() + " entries, expected 1 to " + limits.entries());
    }
    long sum = 0;
    for (ZipArchiveEntry entry : entries) {
      long size = entry.getSize();
      if (size < 0 || size > most - sum) {
        throw tooMuch(archive, most);
      }
      sum += size;
    }
    return sum;
  }

  private static long unpack(Path archive, ZipFile zip, ZipArchiveEntry entry, Path root, long left)
      throws IOException {
    Path target = target(archive, entry, root);
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return 0;
    }
    Files.createDirectories(target.resolveSibling(""));
    try (InputStream in = zip.getInputStream(entry);
        FileChannel channel =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = Channels.newOutputStream(channel);
      long bytes = 0;
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
        if (bytes > left) {
          throw tooMuch(archive, left);
        }
        out.write(buffer, 0, n);
      }
      channel.force(true);
      return bytes;
    } catch (java.nio.file.FileAlreadyExistsException e) {
      throw bad(archive, "'" + entry.getName() + "' is in it twice", e);
    }
  }

  private static Path target(Path archive, ZipArchiveEntry entry, Path root) throws ModelException {
    String name = entry.getName();
    if (entry.isUnixSymlink()) {
      throw bad(archive, "'" + name + "' is a symbolic link");
    }
    boolean strange =
        name.isEmpty()
            || name.startsWith("/")
            || name.indexOf('\\') >= 0
            || name.indexOf(':') >= 0
            || name.indexOf('\0') >= 0
            || List.of(name.split("/", -1)).contains("..");
    try {
      Path target = root.resolve(name).normalize();
      if (!strange && target.startsWith(root)) {
        return target;
      }
    } catch (InvalidPathException e) {
      throw bad(archive, "an entry's name is no path", e);
    }
    throw bad(archive, "'" + name + "' would land outside the folder");
  }

  private static ModelException tooMuch(Path archive, long most) {
    return bad(archive, "it unpacks to more than " + most + " bytes");
  }

  private static ModelException bad(Path archive, String what) {
    return new ModelException(message(archive, what));
  }

  private static ModelException bad(Path archive, String what, Exception cause) {
    return new ModelException(message(archive, what), cause);
  }

  private static String message(Path archive, String what) {
    return archive + " is not unpacked: " + what + "; fetch it from another place";
  }
}
