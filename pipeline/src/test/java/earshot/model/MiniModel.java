package earshot.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Folders that have every file of a model, with nothing to recognise in them. */
public final class MiniModel {
  private MiniModel() {}

  /** The layout with folders, look-ahead graph. */
  public static Path folders(Path folder, int rateHz) throws IOException {
    write(folder, "am/final.mdl", "acoustic model " + folder.getFileName());
    write(folder, "conf/mfcc.conf", "--sample-frequency=" + rateHz + "\n--num-mel-bins=40\n");
    write(folder, "conf/model.conf", "--beam=10.0 # narrow\n\n--max-active=2000\n");
    write(folder, "graph/HCLr.fst", "graph");
    write(folder, "graph/Gr.fst", "grammar");
    write(folder, "graph/disambig_tid.int", "1 2 3");
    write(folder, "graph/phones/word_boundary.int", "1 nonword");
    return folder;
  }

  /** The older layout, static graph. */
  static Path flat(Path folder, int rateHz) throws IOException {
    write(folder, "final.mdl", "acoustic model");
    write(folder, "mfcc.conf", "--sample-frequency=" + rateHz + "\n");
    write(folder, "HCLG.fst", "graph");
    write(folder, "words.txt", "<eps> 0");
    write(folder, "word_boundary.int", "1 nonword");
    write(folder, "ivector/final.ie", "extractor");
    for (String file :
        List.of(
            "splice.conf", "online_cmvn.conf", "final.mat", "global_cmvn.stats", "final.dubm")) {
      write(folder, "ivector/" + file, file);
    }
    return folder;
  }

  static void write(Path folder, String file, String text) throws IOException {
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, text);
  }

  /** An archive with the folder at its top, as the official ones are. */
  public static byte[] zip(Path folder) throws IOException {
    Path zip = Files.createTempFile("mini", ".zip");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip);
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        entry(out, folder.getParent().relativize(file).toString(), Files.readAllBytes(file), 0);
      }
    }
    byte[] bytes = Files.readAllBytes(zip);
    Files.delete(zip);
    return bytes;
  }

  /**
   * @param unixMode 0 for a plain file
   */
  static void entry(ZipArchiveOutputStream out, String name, byte[] bytes, int unixMode)
      throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    if (unixMode != 0) {
      entry.setUnixMode(unixMode);
    }
    out.putArchiveEntry(entry);
    out.write(bytes);
    out.closeArchiveEntry();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
