package earshot.transcribe.vosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A model's folder with a feature configuration of our own, for the time of loading.
 *
 * <p>By default libvosk adds random noise to every sample (Kaldi's dither) from one generator for
 * the whole process. What is recognised then depends on what else is decoded at the time, and two
 * runs over the same recording differ. So dither is off here, and whoever feeds samples adds noise
 * that is the same every time.
 */
final class PrivateModel implements AutoCloseable {
  private static final String DITHER = "--dither=";

  private final Path folder;

  private PrivateModel(Path folder) {
    this.folder = folder;
  }

  /**
   * Links everything in a model but its feature configuration, which is written anew.
   *
   * @throws IOException when the folder cannot be read, or links cannot be made here
   */
  static PrivateModel of(Path model) throws IOException {
    PrivateModel made = new PrivateModel(Files.createTempDirectory("earshot-model-"));
    try {
      made.link(model.toAbsolutePath(), made.folder, "conf");
      Path conf = model.resolve("conf");
      if (Files.isDirectory(conf)) {
        Path own = Files.createDirectory(made.folder.resolve("conf"));
        made.link(conf.toAbsolutePath(), own, "mfcc.conf");
        write(conf.resolve("mfcc.conf"), own.resolve("mfcc.conf"));
      }
      // Models of the first kind have it in their top folder.
      write(model.resolve("mfcc.conf"), made.folder.resolve("mfcc.conf"));
      return made;
    } catch (IOException | UnsupportedOperationException e) {
      made.close();
      throw new IOException("no private copy of model " + model.getFileName() + ": " + e, e);
    }
  }

  Path folder() {
    return folder;
  }

  private void link(Path from, Path to, String except) throws IOException {
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        if (!name.equals(except) && !name.equals("mfcc.conf")) {
          Files.createSymbolicLink(to.resolve(name), entry);
        }
      }
    }
  }

  private static void write(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      List<String> lines = new ArrayList<>(Files.readAllLines(from));
      lines.removeIf(line -> line.strip().startsWith(DITHER));
      lines.add(DITHER + "0");
      Files.write(to, lines);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    } catch (IOException e) {
      // Links and two small files; the system cleans its folder for temporary files.
      folder.toFile().deleteOnExit();
    }
  }
}
