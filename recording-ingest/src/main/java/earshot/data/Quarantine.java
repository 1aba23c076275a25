package earshot.data;

import earshot.call.CallJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The recordings that did not become calls: {@code quarantine/<key>.json}.
 *
 * <p>The key is the SHA-256 of the recording where its bytes could be read, else of its URI. Safe
 * for use by several threads as long as no two of them handle the same recording.
 */
public final class Quarantine {
  /** The reason code of a recording whose call id belongs to other audio. */
  public static final String CALL_ID_CONFLICT = "call_id_conflict";

  private static final String SUFFIX = ".json";

  private final Path folder;

  public Quarantine(DataFolder data) {
    this.folder = data.quarantine();
  }

  /**
   * The name a recording is kept under.
   *
   * @param sha256 of its bytes; null when they could not be read
   */
  public static String key(String uri, @Nullable String sha256) {
    return sha256 != null ? sha256 : "uri-" + Digests.sha256(uri);
  }

  /** Puts a recording in, or counts one more attempt where it is in already. */
  public QuarantineEntry put(
      String uri, @Nullable String sha256, String stage, String reason, String message)
      throws IOException {
    int before =
        Math.max(attempts(key(uri, null)), sha256 == null ? 0 : attempts(key(uri, sha256)));
    QuarantineEntry entry = new QuarantineEntry(uri, stage, reason, message, before + 1);
    AtomicFiles.write(file(key(uri, sha256)), CallJson.mapper().writeValueAsBytes(entry));
    if (sha256 != null) {
      Files.deleteIfExists(file(key(uri, null)));
    }
    return entry;
  }

  private int attempts(String key) throws IOException {
    return find(key).map(QuarantineEntry::attempts).orElse(0);
  }

  /** Takes a recording out, under its bytes as well as under its URI; true when it was in. */
  public boolean remove(String uri, @Nullable String sha256) throws IOException {
    boolean byUri = Files.deleteIfExists(file(key(uri, null)));
    boolean byBytes = sha256 != null && Files.deleteIfExists(file(key(uri, sha256)));
    return byUri || byBytes;
  }

  /** What a {@link #CALL_ID_CONFLICT} message says first; erasing the call finds it by that. */
  public static String conflictOf(String callId) {
    return "call id '" + callId + "' ";
  }

  /** Takes out the recordings that were put in because they claimed this call's id. */
  void removeConflicts(String callId) throws IOException {
    for (Map.Entry<String, QuarantineEntry> entry : all().entrySet()) {
      boolean conflict = CALL_ID_CONFLICT.equals(entry.getValue().reason());
      if (conflict && entry.getValue().message().startsWith(conflictOf(callId))) {
        Files.deleteIfExists(file(entry.getKey()));
      }
    }
  }

  /** The entry under a {@link #key}. */
  public Optional<QuarantineEntry> find(String key) throws IOException {
    Path file = file(key);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /**
   * All entries by key.
   *
   * @throws IOException naming the file, when one cannot be read
   */
  public Map<String, QuarantineEntry> all() throws IOException {
    Map<String, QuarantineEntry> entries = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return entries;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Quarantine::isEntry).toList()) {
        String name = file.getFileName().toString();
        entries.put(name.substring(0, name.length() - SUFFIX.length()), read(file));
      }
    }
    return entries;
  }

  private static boolean isEntry(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(SUFFIX) && !name.startsWith(AtomicFiles.TEMPORARY);
  }

  private static QuarantineEntry read(Path file) throws IOException {
    try {
      return CallJson.mapper().readValue(Files.readAllBytes(file), QuarantineEntry.class);
    } catch (IOException e) {
      throw new IOException(
          file + " is no readable quarantine entry; delete it to try that recording again", e);
    }
  }

  private Path file(String key) {
    return folder.resolve(FileNames.encode(key) + SUFFIX);
  }
}
