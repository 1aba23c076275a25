package earshot.command;

import java.io.PrintStream;

/** Says what becomes of the work when somebody ends the program in the middle of it. */
final class InterruptionNotice implements AutoCloseable {
  private final Thread hook;

  private InterruptionNotice(Thread hook) {
    this.hook = hook;
  }

  /** From now on until it is closed. */
  static InterruptionNotice on(PrintStream out) {
    Thread hook =
        new Thread(
            () ->
                out.println(
                    "\nearshot: interrupted. Calls that are done are kept; the same command goes on"
                        + " with the others."),
            "interruption-notice");
    Runtime.getRuntime().addShutdownHook(hook);
    return new InterruptionNotice(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending: the hook runs, as it should.
      return;
    }
  }
}
