package earshot.pipeline;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Globs over local files, level by level, so that only folders that can match are looked into.
 * Names stay paths all the way: text would lose letters that the machine's locale does not know. A
 * name that is there as it is written, brackets and all, is no pattern.
 */
final class LocalGlob {
  private static final Pattern WILD = Pattern.compile("[*?\\[{]");

  private LocalGlob() {}

  /** The files and folders that match, ordered; empty when nothing does. */
  static List<Path> matches(Path pattern) throws IOException {
    Path absolute = pattern.toAbsolutePath().normalize();
    List<Path> found = new ArrayList<>();
    Path root = absolute.getRoot();
    if (root != null && absolute.getNameCount() > 0) {
      match(root, absolute, 0, found);
    }
    return found.stream().sorted().toList();
  }

  private static void match(Path folder, Path pattern, int level, List<Path> found)
      throws IOException {
    if (level == pattern.getNameCount()) {
      found.add(folder);
      return;
    }
    Path name = pattern.getName(level);
    Path asWritten = folder.resolve(name);
    if (Files.exists(asWritten)) {
      match(asWritten, pattern, level + 1, found);
    } else if (name.toString().contains("**")) {
      deep(folder, pattern.subpath(level, pattern.getNameCount()), found);
    } else if (WILD.matcher(name.toString()).find() && Files.isDirectory(folder)) {
      PathMatcher matcher = matcher(folder, name);
      try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
        for (Path one : inside) {
          if (matcher.matches(one.getFileName())) {
            match(one, pattern, level + 1, found);
          }
        }
      }
    }
  }

  private static void deep(Path folder, Path pattern, List<Path> found) throws IOException {
    PathMatcher matcher = matcher(folder, pattern);
    try (Stream<Path> inside = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      inside
          .filter(one -> Files.isRegularFile(one) && matcher.matches(folder.relativize(one)))
          .forEach(found::add);
    }
  }

  private static PathMatcher matcher(Path folder, Path pattern) {
    return folder.getFileSystem().getPathMatcher("glob:" + pattern);
  }
}
