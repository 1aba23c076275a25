package earshot.model;

import earshot.data.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Private copies of models with other settings. A copy is always of layout {@link
 * ModelLayout#FOLDERS}, since the older layout has no place for decoder settings. Files are
 * symbolic links, else hard links, else copies: whatever the file system has.
 */
final class PreparedModel {
  private static final int KEY_DIGITS = 16;

  private PreparedModel() {}

  static RecognitionModel of(RecognitionModel model, Path cacheDir, Map<String, String> overrides)
      throws ModelException {
    ModelConf conf = ModelConf.of(model);
    boolean nothingToDo =
        overrides.entrySet().stream()
            .allMatch(e -> conf.setting(e.getKey()).filter(e.getValue()::equals).isPresent());
    if (nothingToDo) {
      return model;
    }
    ModelConf changed = conf.with(overrides);
    try {
      Path source = model.folder().toRealPath();
      Path cache = Files.createDirectories(cacheDir.toAbsolutePath().normalize());
      Path target = cache.resolve(model.name() + "-" + key(source, changed));
      if (!Files.isDirectory(target)) {
        make(source, changed, cache, target);
      }
      return new RecognitionModel(
          model.name(),
          target,
          ModelConf.read(target, ModelLayout.FOLDERS).sampleRateHz(),
          model.inputLevelDbfs());
    } catch (ModelException e) {
      throw e;
    } catch (IOException e) {
      throw new ModelException(
          "no private copy of the model "
              + model.folder()
              + " could be made in "
              + cacheDir
              + ": "
              + e
              + "; give another folder, or make room",
          e);
    }
  }

  /** Changes whenever a file of the model, or a setting, does. */
  private static String key(Path source, ModelConf conf) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(conf.featureText()).append('\n').append(conf.decoderText()).append('\n');
    text.append(source).append('\n');
    for (Path file : files(source)) {
      text.append(source.relativize(file))
          .append(' ')
          .append(Files.size(file))
          .append(' ')
          .append(Files.getLastModifiedTime(file).toMillis())
          .append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return Checksum.SHA_256.of(bytes).substring(0, KEY_DIGITS);
  }

  private static void make(Path source, ModelConf conf, Path cache, Path target)
      throws IOException {
    ModelLayout layout = ModelLayout.of(source).orElse(ModelLayout.FOLDERS);
    Path temporary = Files.createTempDirectory(cache, ".tmp-");
    try {
      for (Path file : files(source)) {
        String name = source.relativize(file).toString().replace('\\', '/');
        if (!name.equals(layout.featureConf())
            && !layout.decoderConf().stream().anyMatch(name::equals)) {
          link(file, temporary.resolve(layout.inFolders(name)));
        }
      }
      write(temporary.resolve(ModelLayout.FOLDERS.featureConf()), conf.featureText());
      write(temporary.resolve("conf/model.conf"), conf.decoderText());
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
      // Another process made the same copy meanwhile.
    } finally {
      Folders.delete(temporary);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void link(Path file, Path link) throws IOException {
    Files.createDirectories(link.resolveSibling(""));
    try {
      Files.createSymbolicLink(link, file);
    } catch (IOException | UnsupportedOperationException e) {
      try {
        Files.createLink(link, file);
      } catch (IOException | UnsupportedOperationException none) {
        Files.copy(file, link);
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
