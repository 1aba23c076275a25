package earshot.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * What a command did in this process.
 *
 * @param exit its exit code
 * @param out what went to standard output
 * @param seconds wall time
 */
record Ran(int exit, String out, double seconds) {

  /** Runs a command; arguments as in a shell. */
  static Ran of(Object command, String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    System.setOut(captured);
    long start = System.nanoTime();
    int exit;
    try {
      exit =
          new CommandLine(command)
              .setOut(new PrintWriter(captured, true, StandardCharsets.UTF_8))
              .execute(arguments);
    } finally {
      System.setOut(before);
    }
    return new Ran(exit, bytes.toString(StandardCharsets.UTF_8), (System.nanoTime() - start) / 1e9);
  }

  /** {@code earshot run} over one folder. */
  static Ran run(Path input, Path data, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--input", input.toString(), "--data", data.toString(), "--zone", "Europe/London"));
    arguments.addAll(List.of(more));
    return of(new RunCommand(), arguments.toArray(String[]::new));
  }

  /** For a figure that a person reads in the log of the tests. */
  static void tell(String what, double seconds) {
    System.out.printf("%s: %.1f s%n", what, seconds);
  }

  /** The same command as a process of its own, its output appended to a log. */
  static Process start(Path log, String... runArguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dearshot.home=" + System.getProperty("earshot.home"),
                "-cp",
                System.getProperty("java.class.path"),
                RunMain.class.getName()));
    command.addAll(List.of(runArguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }
}
