package earshot.workbench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The {@code earshot} command; each subcommand is a class of the module that does its work. */
@Command(
    name = "earshot",
    description = "Hears every recorded call, offline: transcript, scorecards, search, reports.",
    mixinStandardHelpOptions = true,
    version = "earshot 0.1.0",
    subcommands = {HelpCommand.class})
final class EarshotCommand implements Runnable {

  static CommandLine commandLine() {
    return new CommandLine(new EarshotCommand());
  }

  @Override
  public void run() {
    commandLine().usage(System.out);
  }
}
