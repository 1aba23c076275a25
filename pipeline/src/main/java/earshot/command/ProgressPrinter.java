package earshot.command;

import earshot.pipeline.Progress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Shows the progress of a run: a bar that is drawn over itself on a terminal, a plain line every
 * tenth of the work elsewhere. Called from one thread.
 */
final class ProgressPrinter implements Consumer<Progress> {
  private static final int BAR_WIDTH = 24;
  private static final int PLAIN_STEPS = 10;

  private final PrintStream out;
  private final boolean terminal;
  private int plainStep;
  private int drawn;

  ProgressPrinter(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** On standard error; a bar only where the launcher found that to be a terminal. */
  static ProgressPrinter standard() {
    return new ProgressPrinter(System.err, Boolean.getBoolean("earshot.terminal"));
  }

  @Override
  public void accept(Progress progress) {
    if (progress.callsFound() == 0) {
      return;
    }
    if (terminal) {
      draw(bar(progress.fraction()) + " " + line(progress));
      return;
    }
    int step = (int) (progress.fraction() * PLAIN_STEPS);
    if (step > plainStep) {
      plainStep = step;
      out.println(line(progress));
    }
  }

  /** Wipes the bar, so that what follows starts on an empty line. */
  void finish() {
    if (terminal && drawn > 0) {
      draw("");
      out.print('\r');
      out.flush();
    }
  }

  private void draw(String text) {
    out.print("\r" + text + " ".repeat(Math.max(0, drawn - text.length())));
    out.flush();
    drawn = text.length();
  }

  private static String bar(double fraction) {
    int full = (int) Math.round(fraction * BAR_WIDTH);
    return "[" + "#".repeat(full) + "-".repeat(BAR_WIDTH - full) + "]";
  }

  static String line(Progress p) {
    String text =
        String.format(
            Locale.ROOT,
            "%d/%d calls, %.1f min of audio, %.1fx real time",
            p.callsDone(),
            p.callsFound(),
            p.audioSeconds() / 60,
            p.speed());
    double left = p.secondsLeft();
    return Double.isNaN(left) ? text : text + ", " + duration(left) + " left";
  }

  static String duration(double seconds) {
    long s = Math.round(seconds);
    return s < 3600
        ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
  }
}
