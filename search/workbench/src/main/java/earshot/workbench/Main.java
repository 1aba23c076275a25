package earshot.workbench;

/** Entry point of the launcher. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(EarshotCommand.commandLine().execute(args));
  }
}
