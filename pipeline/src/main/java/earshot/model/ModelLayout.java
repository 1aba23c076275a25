package earshot.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The two arrangements of files that libvosk knows, told apart the way libvosk does. */
enum ModelLayout {
  /** {@code am/final.mdl}, {@code conf/}, {@code graph/}. */
  FOLDERS("am/", "conf/", "graph/", "graph/phones/"),
  /** The older one: everything at the top; the decoder's settings are built into libvosk. */
  FLAT("", "", "", "");

  private static final List<String> ADAPTATION =
      List.of("splice.conf", "online_cmvn.conf", "final.mat", "global_cmvn.stats", "final.dubm");

  private final String acoustic;
  private final String conf;
  private final String graph;
  private final String phones;

  ModelLayout(String acoustic, String conf, String graph, String phones) {
    this.acoustic = acoustic;
    this.conf = conf;
    this.graph = graph;
    this.phones = phones;
  }

  static Optional<ModelLayout> of(Path folder) {
    return Stream.of(values())
        .filter(layout -> Files.isRegularFile(folder.resolve(layout.acoustic + "final.mdl")))
        .findFirst();
  }

  String featureConf() {
    return conf + "mfcc.conf";
  }

  /** Null-free: where the decoder's settings stand; empty for the layout that has no such file. */
  Optional<String> decoderConf() {
    return this == FOLDERS ? Optional.of(conf + "model.conf") : Optional.empty();
  }

  /** Where the file of this layout lies in a folder of layout {@link #FOLDERS}. */
  String inFolders(String file) {
    if (this == FOLDERS || file.contains("/")) {
      return file;
    }
    return switch (file) {
      case "final.mdl" -> FOLDERS.acoustic + file;
      case "mfcc.conf" -> FOLDERS.conf + file;
      case "HCLG.fst", "HCLr.fst", "Gr.fst", "disambig_tid.int", "words.txt" ->
          FOLDERS.graph + file;
      case "word_boundary.int" -> FOLDERS.phones + file;
      default -> file;
    };
  }

  /** What libvosk would miss in this folder, relative to it; empty when nothing is. */
  List<String> missing(Path folder) {
    List<String> needed = new ArrayList<>();
    needed.add(acoustic + "final.mdl");
    needed.add(featureConf());
    decoderConf().ifPresent(needed::add);
    if (exists(folder, "ivector/final.ie")) {
      ADAPTATION.forEach(file -> needed.add("ivector/" + file));
    }
    if (exists(folder, "rescore/G.carpa")) {
      needed.add("rescore/G.fst");
    }
    List<String> missing =
        new ArrayList<>(needed.stream().filter(file -> !exists(folder, file)).toList());
    missingGraph(folder).ifPresent(missing::add);
    return missing;
  }

  private Optional<String> missingGraph(Path folder) {
    if (exists(folder, graph + "HCLG.fst")) {
      return Optional.empty();
    }
    List<String> parts =
        Stream.of("HCLr.fst", "Gr.fst", "disambig_tid.int")
            .map(file -> graph + file)
            .filter(file -> !exists(folder, file))
            .toList();
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        parts.size() == 3
            ? graph + "HCLG.fst (or HCLr.fst with Gr.fst)"
            : String.join(", ", parts));
  }

  private static boolean exists(Path folder, String file) {
    return Files.isRegularFile(folder.resolve(file));
  }
}
