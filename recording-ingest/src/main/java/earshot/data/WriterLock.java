package earshot.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import earshot.call.CallJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The right to write a data folder: one process has it at a time.
 *
 * <p>Two files: {@code writer.lock}, locked through the operating system, so that the right ends
 * with the process however it ends; {@code writer.json}, which says who holds it. The second may be
 * left over by a killed process and means nothing without the first.
 *
 * <p>The set of folders held by this process is static: on POSIX systems closing any channel of a
 * locked file gives up the lock of the whole process, so a second attempt within the process must
 * be refused before it opens the file.
 */
public final class WriterLock implements AutoCloseable {
  private static final String LOCK = "writer.lock";
  private static final String HOLDER = "writer.json";

  /** The command that writes a little at a time, whenever people decide something. */
  private static final String WORKBENCH = "serve";

  private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(100).toNanos();
  private static final Set<Path> HELD = new HashSet<>();

  private final DataFolder folder;
  private final Path key;
  private final FileChannel channel;

  private WriterLock(DataFolder folder, Path key, FileChannel channel) {
    this.folder = folder;
    this.key = key;
    this.channel = channel;
  }

  /**
   * Who writes.
   *
   * @param command such as {@code run}
   * @param since when it began, to the second
   */
  public record Holder(long pid, String command, String host, Instant since) {
    static Holder self(String command) {
      return new Holder(
          ProcessHandle.current().pid(),
          command,
          hostName(),
          Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String hostName() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "localhost";
      }
    }
  }

  /**
   * Takes the right to write, creating the folder where it is missing.
   *
   * @param command named to a second writer that comes meanwhile
   * @throws DataFolderBusyException when another process, or this one, writes the folder already
   */
  public static WriterLock acquire(DataFolder folder, String command) throws IOException {
    Files.createDirectories(folder.root());
    Path key = folder.root().toRealPath();
    synchronized (HELD) {
      if (!HELD.add(key)) {
        throw new DataFolderBusyException(folder, holder(folder));
      }
    }
    try {
      return lock(folder, key, command);
    } catch (IOException | RuntimeException e) {
      release(key);
      throw e;
    }
  }

  /**
   * The same, but while the workbench writes it waits: that takes seconds. So it does while nobody
   * says who writes, as at the moment at which somebody begins or ends.
   *
   * @param patience how long to wait at most
   */
  public static WriterLock acquireFromWorkbench(
      DataFolder folder, String command, Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return acquire(folder, command);
      } catch (DataFolderBusyException e) {
        boolean brief = e.command().equals(WORKBENCH) || e.command().isEmpty();
        if (!brief || System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    }
  }

  /**
   * Who says that it writes the folder and is a process of this machine that still runs. A hint for
   * people: only the lock itself is certain, and this leaves it alone.
   */
  public static Optional<Holder> writing(DataFolder folder) throws IOException {
    return Optional.ofNullable(holder(folder))
        .filter(holder -> holder.host().equals(Holder.hostName()))
        .filter(holder -> ProcessHandle.of(holder.pid()).isPresent());
  }

  private static WriterLock lock(DataFolder folder, Path key, String command) throws IOException {
    FileChannel channel =
        FileChannel.open(key.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new DataFolderBusyException(folder, holder(folder));
      }
      AtomicFiles.write(
          key.resolve(HOLDER), CallJson.mapper().writeValueAsBytes(Holder.self(command)));
      return new WriterLock(folder, key, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable Holder holder(DataFolder folder) throws IOException {
    Path file = folder.root().resolve(HOLDER);
    if (!Files.exists(file)) {
      return null;
    }
    try {
      return CallJson.mapper().readValue(Files.readAllBytes(file), Holder.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static void release(Path key) {
    synchronized (HELD) {
      HELD.remove(key);
    }
  }

  public DataFolder folder() {
    return folder;
  }

  /** Gives the right up; a second call does nothing. The lock file stays, unlocked. */
  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try {
      Files.deleteIfExists(key.resolve(HOLDER));
    } finally {
      try {
        channel.close();
      } finally {
        release(key);
      }
    }
  }
}
