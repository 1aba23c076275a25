package earshot.command;

import picocli.CommandLine;

/** {@code earshot run} as a process, for tests that kill it. */
public final class RunMain {
  private RunMain() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new RunCommand()).execute(args));
  }
}
