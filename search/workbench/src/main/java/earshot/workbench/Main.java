package earshot.workbench;

import org.slf4j.bridge.SLF4JBridgeHandler;

/** Entry point of the launcher. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Lucene logs through the JDK: one place decides what users see.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    System.exit(EarshotCommand.commandLine().execute(args));
  }
}
