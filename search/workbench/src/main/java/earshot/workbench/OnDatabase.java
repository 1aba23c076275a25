package earshot.workbench;

import earshot.command.DataOption;
import earshot.data.DataFolder;
import earshot.workbench.store.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What commands have in common that look after the users of a workbench. */
abstract class OnDatabase implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Mixin private DatabaseOption url = new DatabaseOption();

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  /** The database is open while this runs. */
  abstract void on(Database database) throws IOException;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(data.folder().root())) {
      throw new IOException(
          "there is no data folder " + data.folder().root() + "; give the one that is served");
    }
    try (Database database = Database.open(data.folder(), url.url())) {
      on(database);
      return CommandLine.ExitCode.OK;
    } catch (IllegalArgumentException e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("earshot: " + e.getMessage());
      err.flush();
      return CommandLine.ExitCode.USAGE;
    }
  }

  DataFolder folder() {
    return data.folder();
  }

  void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
