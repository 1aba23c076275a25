package earshot.pipeline;

import earshot.data.AtomicFiles;
import earshot.data.FileTrouble;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds and opens input files: local files, folders (searched recursively), globs, and URIs of any
 * file system that Beam knows.
 */
final class SourceFiles {
  private static final Logger LOG = LoggerFactory.getLogger(SourceFiles.class);
  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://.*");

  private SourceFiles() {}

  /**
   * The files that an input stands for.
   *
   * @throws FileNotFoundException when the input matches nothing
   * @throws IOException when it cannot be an input: a broken URI, a scheme without a file system
   */
  static List<SourceFile> expand(String input) throws IOException {
    try {
      return found(input);
    } catch (IllegalArgumentException e) {
      throw new IOException("'" + input + "' cannot be read as an input: " + e.getMessage(), e);
    }
  }

  private static List<SourceFile> found(String input) throws IOException {
    if (input.startsWith("file:")) {
      return local(Path.of(URI.create(input)));
    }
    if (SCHEME.matcher(input).matches()) {
      return matched(input);
    }
    Path path = Path.of(input);
    if (Files.exists(path)) {
      return local(path);
    }
    List<SourceFile> files = new ArrayList<>();
    for (Path match : LocalGlob.matches(path)) {
      files.addAll(local(match));
    }
    if (files.isEmpty()) {
      throw notFound(input);
    }
    return files;
  }

  private static List<SourceFile> local(Path path) throws IOException {
    Walk walk = new Walk();
    try {
      Files.walkFileTree(
          path.toRealPath(), Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    } catch (NoSuchFileException e) {
      throw notFound(path.toString());
    }
    walk.found.sort(Comparator.comparing(SourceFile::uri));
    return walk.found;
  }

  /** Every file but hidden ones; a folder below the first that cannot be read is passed over. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final List<SourceFile> found = new ArrayList<>();
    private boolean begun;

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      begun = true;
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && !hidden(file)) {
        found.add(
            new SourceFile(
                file.toUri().toString(),
                attributes.size(),
                attributes.lastModifiedTime().toMillis()));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (!begun) {
        throw e;
      }
      LOG.warn("{} is passed over: {}", file, FileTrouble.reason(e));
      return FileVisitResult.CONTINUE;
    }
  }

  private static boolean hidden(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") || name.startsWith(AtomicFiles.TEMPORARY);
  }

  private static List<SourceFile> matched(String pattern) throws IOException {
    List<SourceFile> found = new ArrayList<>();
    for (String spec : List.of(pattern, pattern.replaceAll("/+$", "") + "/**")) {
      MatchResult result = FileSystems.match(spec, EmptyMatchTreatment.ALLOW);
      for (MatchResult.Metadata file : result.metadata()) {
        if (file.resourceId().isDirectory()) {
          continue;
        }
        found.add(
            new SourceFile(
                file.resourceId().toString(), file.sizeBytes(), file.lastModifiedMillis()));
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    throw notFound(pattern);
  }

  private static FileNotFoundException notFound(String input) {
    return new FileNotFoundException(
        "no file matches '" + input + "'; give files, folders, globs in quotes, or URIs");
  }

  /** Opens a file by the URI that {@link #expand} gave it. */
  static InputStream open(String uri) throws IOException {
    if (uri.startsWith("file:")) {
      return Files.newInputStream(Path.of(URI.create(uri)));
    }
    return Channels.newInputStream(FileSystems.open(FileSystems.matchNewResource(uri, false)));
  }

  /** Whether there is such a file. */
  static boolean exists(String uri) throws IOException {
    if (uri.startsWith("file:")) {
      return Files.isRegularFile(Path.of(URI.create(uri)));
    }
    return FileSystems.match(uri, EmptyMatchTreatment.ALLOW).status() == MatchResult.Status.OK
        && !FileSystems.match(uri, EmptyMatchTreatment.ALLOW).metadata().isEmpty();
  }
}
