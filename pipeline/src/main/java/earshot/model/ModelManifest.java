package earshot.model;

import earshot.data.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * SHA-256 of the files of a model, as {@code sha256sum} writes them: for models that ship in this
 * program's resources, for installed ones in {@value #FILE}, written when they were installed.
 *
 * @param sums by path relative to the model's folder
 * @param source for people: where the sums come from
 */
record ModelManifest(Map<String, String> sums, String source) {
  static final String FILE = "earshot.sha256";

  ModelManifest {
    sums = Map.copyOf(sums);
  }

  /** The manifest of a model; empty when nobody made one. */
  static Optional<ModelManifest> of(RecognitionModel model) throws ModelException {
    String resource = "/earshot/model-manifests/" + model.name() + ".sha256";
    Path file = model.folder().resolve(FILE);
    try (InputStream in = ModelManifest.class.getResourceAsStream(resource)) {
      if (in != null) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return Optional.of(new ModelManifest(parse(text, resource), "those it shipped with"));
      }
      return Files.isRegularFile(file)
          ? Optional.of(
              new ModelManifest(
                  parse(Files.readString(file), file.toString()), "those of its installation"))
          : Optional.empty();
    } catch (ModelException e) {
      throw e;
    } catch (IOException e) {
      throw new ModelException(file + " cannot be read: " + FileTrouble.reason(e), e);
    }
  }

  private static Map<String, String> parse(String text, String where) throws ModelException {
    Map<String, String> sums = new LinkedHashMap<>();
    for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
      String[] parts = line.split(" [ *]", 2);
      if (parts.length != 2 || !parts[0].matches("[0-9a-f]{64}")) {
        throw new ModelException(
            where + ": expected a SHA-256 and a file a line, is '" + line + "'");
      }
      sums.put(parts[1], parts[0]);
    }
    return sums;
  }

  /** Writes the sums of all files that are in the folder now. */
  static void write(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    StringBuilder text = new StringBuilder();
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      text.append(Checksum.SHA_256.of(file)).append("  ").append(name).append('\n');
    }
    Files.writeString(folder.resolve(FILE), text);
  }
}
