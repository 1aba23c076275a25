package earshot.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code earshot run} as a process of its own, as a user starts it. */
final class WholeRun {
  private WholeRun() {}

  /** The program of the folder that Earshot runs from, where it runs from one. */
  static Optional<Path> program() {
    Path program = Path.of(System.getProperty("earshot.home", "."), "bin", "earshot");
    return Optional.of(program).filter(Files::isExecutable);
  }

  static Process start(Path program, Path recordings, Path data) throws IOException {
    return new ProcessBuilder(
            program.toString(), "run", "--input", recordings.toString(), "--data", data.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
