package earshot.command;

import earshot.model.ModelCatalogue;
import earshot.model.ModelException;
import earshot.model.ModelInstaller;
import earshot.model.ModelInstaller.Installation;
import earshot.model.PublishedModel;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code earshot models install}: fetches one model, whole and checked or not at all. */
@Command(
    name = "install",
    header = "Fetches a model from the official list.",
    description =
        "Downloads the archive, goes on where an earlier download was cut off, compares its checksum, unpacks it"
            + " aside and moves it into the folder of models in one step.",
    footer = {
      "",
      "Examples:",
      "  earshot models install vosk-model-small-vn-0.4",
      "  earshot models install vosk-model-el-gr-0.7 --from https://mirror/vosk/"
    })
final class ModelsInstall extends ModelsCommand.Part {
  /** System property: the address of the folder with the archives, as {@code --from}. */
  static final String FROM_PROPERTY = "earshot.models.url";

  @Parameters(
      paramLabel = "NAME",
      description = "as in 'earshot models list', or on the official page")
  private String name = "";

  @Option(
      names = "--from",
      paramLabel = "URL",
      description =
          "folder of the archives and their model-list.json (default: the system property earshot.models.url,"
              + " else the official one)")
  private @Nullable URI from;

  @Option(
      names = "--no-checksum",
      description =
          "accept an archive for which no checksum is known; a known one is still compared")
  private boolean noChecksum;

  @Override
  public Integer call() throws InterruptedException {
    Optional<PublishedModel> known = ModelCatalogue.load().find(name);
    if (known.filter(PublishedModel::shipped).isPresent()) {
      return failed(name + " ships with Earshot and is not fetched; see: earshot models list");
    }
    DownloadPrinter line = new DownloadPrinter(err(), Boolean.getBoolean("earshot.terminal"));
    try {
      ModelInstaller installer = new ModelInstaller(address(), store().ownFolder());
      Installation done = installer.install(name, noChecksum, line);
      line.end();
      out().println(said(done));
      out().flush();
      return 0;
    } catch (ModelException e) {
      line.end();
      return failed(e.getMessage());
    }
  }

  private URI address() throws ModelException {
    if (from != null) {
      return from;
    }
    String property = System.getProperty(FROM_PROPERTY);
    try {
      return property == null ? ModelCatalogue.load().baseUrl() : URI.create(property);
    } catch (IllegalArgumentException e) {
      throw new ModelException(FROM_PROPERTY + " must be an address, is '" + property + "'", e);
    }
  }

  private static String said(Installation done) {
    if (done.already()) {
      return done.model().name() + " is already installed in " + done.model().folder();
    }
    return done.model().name()
        + " is installed in "
        + done.model().folder()
        + (done.checked() == null ? " (no checksum compared)" : " (" + done.checked() + " right)");
  }
}
