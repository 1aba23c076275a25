package earshot.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SHA-256 of files that were read before: {@code file-hashes}, so that a run over an archive
 * reads only what is new. A file counts as unchanged when path, size and time of modification are
 * the same. It may be deleted at any time: the next run reads everything again.
 *
 * <p>Paths are kept as hashes, because they can hold what must not be kept. Immutable.
 */
public final class FileHashes {
  private static final String NAME = "file-hashes";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([0-9a-f]{64})");

  /** A file changed so shortly before it was read may change again without a later time. */
  static final Duration SETTLED = Duration.ofSeconds(2);

  private final Map<String, String> sha256ByFile;

  private FileHashes(Map<String, String> sha256ByFile) {
    this.sha256ByFile = sha256ByFile;
  }

  /**
   * A file that was read.
   *
   * @param modifiedMs epoch milliseconds; 0 when the file system does not tell
   * @param sha256 of its bytes
   */
  public record Entry(String uri, long bytes, long modifiedMs, String sha256) {}

  public static FileHashes none() {
    return new FileHashes(Map.of());
  }

  /** Reads what is known. Lines that are none are passed over: their files are read again. */
  public static FileHashes load(DataFolder folder) throws IOException {
    Path file = file(folder);
    if (!Files.exists(file)) {
      return none();
    }
    Map<String, String> known = new TreeMap<>();
    for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        known.put(matcher.group(1), matcher.group(2));
      }
    }
    return new FileHashes(known);
  }

  /** The SHA-256 of the file, when it was read before and has not changed since. */
  public Optional<String> find(String uri, long bytes, long modifiedMs) {
    return Optional.ofNullable(sha256ByFile.get(key(uri, bytes, modifiedMs)));
  }

  /** With these files, but for those whose time of modification is unknown or too fresh to tell. */
  public FileHashes with(Collection<Entry> entries, Instant now) {
    Map<String, String> known = new TreeMap<>(sha256ByFile);
    long settledBefore = now.minus(SETTLED).toEpochMilli();
    for (Entry entry : entries) {
      if (entry.modifiedMs() > 0 && entry.modifiedMs() < settledBefore) {
        known.put(key(entry.uri(), entry.bytes(), entry.modifiedMs()), entry.sha256());
      }
    }
    return new FileHashes(known);
  }

  /** Without the files of these bytes. */
  public FileHashes without(String sha256) {
    Map<String, String> known = new TreeMap<>(sha256ByFile);
    known.values().removeIf(sha256::equals);
    return new FileHashes(known);
  }

  /** Writes what is known, unless the file says so already. */
  public void save(DataFolder folder) throws IOException {
    if (!sha256ByFile.equals(load(folder).sha256ByFile)) {
      StringBuilder lines = new StringBuilder();
      sha256ByFile.forEach(
          (key, sha256) -> lines.append(key).append(' ').append(sha256).append('\n'));
      AtomicFiles.write(file(folder), lines.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static Path file(DataFolder folder) {
    return folder.root().resolve(NAME);
  }

  private static String key(String uri, long bytes, long modifiedMs) {
    return Digests.sha256(bytes + " " + modifiedMs + " " + uri);
  }
}
