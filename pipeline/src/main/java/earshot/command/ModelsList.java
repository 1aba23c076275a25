package earshot.command;

import earshot.model.InstalledModel;
import earshot.model.ModelCatalogue;
import earshot.model.PublishedModel;
import earshot.model.RecognitionModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code earshot models list}: a table of the models that are there and those that can be had. */
@Command(
    name = "list",
    header = "Models that are there, and those of the official list.",
    description =
        "Prints a table: name, language, size of the download, sample rate in Hz, licence, state (ships, installed,"
            + " official), where it lies or is fetched from. '-': not known. Does not use the network.",
    footer = {"", "Example:", "  earshot models list --language vi"})
final class ModelsList extends ModelsCommand.Part {
  private static final List<String> HEADER =
      List.of("NAME", "LANGUAGE", "SIZE", "RATE", "LICENCE", "STATE", "WHERE");

  @Option(names = "--language", paramLabel = "CODE", description = "only models of this language")
  private @Nullable String language;

  @Override
  public Integer call() {
    ModelCatalogue catalogue = ModelCatalogue.load();
    String code = language == null ? null : catalogue.language(language);
    List<List<String>> rows = rows(catalogue, code);
    table(rows);
    if (rows.isEmpty() && code != null) {
      out().println("No model is known for '" + code + "'.");
    }
    out().println();
    out()
        .println(
            "No official model is known for: "
                + String.join(", ", catalogue.languagesWithoutModel())
                + ".");
    out().println("Official list, with accuracy and licences: " + catalogue.page());
    out().println("Folder of installed models: " + store().ownFolder());
    out().flush();
    return 0;
  }

  private List<List<String>> rows(ModelCatalogue catalogue, @Nullable String code) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (InstalledModel there : store().installed()) {
      if (code == null || code.equals(there.language())) {
        rows.put(there.model().name(), row(there, catalogue));
      }
    }
    for (PublishedModel published : catalogue.models()) {
      if (!published.shipped() && (code == null || code.equals(published.language()))) {
        rows.putIfAbsent(published.name(), row(published, catalogue));
      }
    }
    return new ArrayList<>(rows.values());
  }

  private static List<String> row(InstalledModel there, ModelCatalogue catalogue) {
    RecognitionModel model = there.model();
    PublishedModel published = catalogue.find(model.name()).orElse(null);
    return List.of(
        model.name(),
        text(there.language()),
        published == null ? "-" : published.size(),
        String.valueOf(model.sampleRateHz()),
        published == null ? "-" : text(published.licence()),
        there.shipped() ? "ships" : "installed",
        model.folder().toString());
  }

  private static List<String> row(PublishedModel published, ModelCatalogue catalogue) {
    return List.of(
        published.name(),
        published.language(),
        published.size(),
        text(published.sampleRateHz()),
        text(published.licence()),
        "official",
        catalogue.baseUrl().resolve(published.name() + ".zip").toString());
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "-");
  }

  private void table(List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(HEADER);
    all.addAll(rows);
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = all.stream().mapToInt(r -> r.get(at).length()).max().orElse(0);
        line.append(row.get(column)).append(" ".repeat(width - row.get(column).length() + 2));
      }
      out().println(line.toString().stripTrailing());
    }
  }
}
