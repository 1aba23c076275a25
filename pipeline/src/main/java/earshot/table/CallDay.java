package earshot.table;

import earshot.data.AtomicFiles;
import earshot.data.DataFolder;
import earshot.data.PersonAnswers;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The call records of one day, as they were found.
 *
 * @param files ordered by name; empty for a day without calls
 * @param stamp changes when a record comes, goes or is written again, or when people answer
 *     otherwise
 */
record CallDay(LocalDate day, List<Path> files, String stamp) {
  private static final String SUFFIX = ".json";

  CallDay {
    files = List.copyOf(files);
  }

  /** All days that have call records. */
  static SortedMap<LocalDate, Path> folders(DataFolder folder) throws IOException {
    return Days.folders(folder.calls(), "");
  }

  static CallDay look(LocalDate day, Path folder, PersonAnswers people) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> children = Files.list(folder)) {
        children.forEach(file -> files.put(file.getFileName().toString(), file));
      }
    }
    files
        .keySet()
        .removeIf(name -> !name.endsWith(SUFFIX) || name.startsWith(AtomicFiles.TEMPORARY));
    MessageDigest digest = sha256();
    for (Path file : files.values()) {
      digest.update(stamp(file, people).getBytes(StandardCharsets.UTF_8));
    }
    return new CallDay(day, List.copyOf(files.values()), HexFormat.of().formatHex(digest.digest()));
  }

  private static String stamp(Path file, PersonAnswers people) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    Instant written = attributes.lastModifiedTime().toInstant();
    String name = file.getFileName().toString();
    String callId =
        URLDecoder.decode(
            name.substring(0, name.length() - SUFFIX.length()), StandardCharsets.UTF_8);
    return name + ' ' + attributes.size() + ' ' + written + ' ' + people.stamp(callId) + '\n';
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
