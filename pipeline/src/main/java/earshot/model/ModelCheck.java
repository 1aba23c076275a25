package earshot.model;

import earshot.data.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a look at every file of a model found.
 *
 * @param files how many there are
 * @param bytes in all
 * @param sums where the checksums come from that were compared; null when there are none
 * @param problems one sentence each; empty when the model is well
 */
public record ModelCheck(
    RecognitionModel model, int files, long bytes, @Nullable String sums, List<String> problems) {
  public ModelCheck {
    problems = List.copyOf(problems);
  }

  public boolean well() {
    return problems.isEmpty();
  }

  /**
   * Reads every file: none may be empty or unreadable, none may differ from its checksum.
   *
   * @throws ModelException when the folder cannot be listed
   */
  public static ModelCheck of(RecognitionModel model) throws ModelException {
    Optional<ModelManifest> manifest = ModelManifest.of(model);
    List<String> problems = new ArrayList<>();
    long bytes = 0;
    List<Path> files = files(model.folder());
    for (Path file : files) {
      try {
        long size = Files.size(file);
        bytes += size;
        if (size == 0) {
          problems.add(file + " is empty");
        } else if (manifest.isEmpty()) {
          readThrough(file);
        }
      } catch (IOException e) {
        problems.add(file + " cannot be read: " + FileTrouble.reason(e));
      }
    }
    if (manifest.isPresent()) {
      compare(model.folder(), manifest.get().sums(), problems);
    }
    String sums = manifest.map(ModelManifest::source).orElse(null);
    return new ModelCheck(model, files.size(), bytes, sums, problems);
  }

  private static void compare(Path folder, Map<String, String> sums, List<String> problems) {
    for (Map.Entry<String, String> sum : new TreeMap<>(sums).entrySet()) {
      Path file = folder.resolve(sum.getKey());
      if (!Files.isRegularFile(file)) {
        problems.add(file + " is missing");
        continue;
      }
      try {
        String is = Checksum.SHA_256.of(file);
        if (!is.equals(sum.getValue())) {
          problems.add(file + " was changed: its SHA-256 is " + is + ", not " + sum.getValue());
        }
      } catch (IOException e) {
        problems.add(file + " cannot be read: " + FileTrouble.reason(e));
      }
    }
  }

  private static void readThrough(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  private static List<Path> files(Path folder) throws ModelException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new ModelException(folder + " cannot be read: " + FileTrouble.reason(e), e);
    }
  }
}
