package earshot.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which files of a folder hold a word, in their bytes or their names, while others write there. */
final class FilesHolding {
  private FilesHolding() {}

  /** File and word, a line each. */
  static List<String> of(Path folder, List<String> words) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(folder)) {
      String text = folder.relativize(file) + "\n" + read(file);
      words.stream()
          .filter(text::contains)
          .forEach(word -> found.add(file.getFileName() + ": " + word));
    }
    return found;
  }

  /** Where a file goes while files are listed, they are listed again. */
  private static List<Path> files(Path folder) throws IOException {
    while (true) {
      try (Stream<Path> files = Files.walk(folder)) {
        return files.filter(Files::isRegularFile).toList();
      } catch (UncheckedIOException e) {
        if (!(e.getCause() instanceof NoSuchFileException)) {
          throw e;
        }
      }
    }
  }

  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      return "";
    }
  }
}
