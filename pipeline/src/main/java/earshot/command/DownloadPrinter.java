package earshot.command;

import earshot.model.DownloadProgress;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Shows a download: a bar that is drawn over itself on a terminal, elsewhere a line every tenth of
 * the way. Belongs to one thread.
 */
final class DownloadPrinter implements DownloadProgress {
  private static final int BAR_CHARACTERS = 30;
  private static final int BYTES_A_LINE_WITHOUT_TOTAL = 50_000_000;
  private static final double MEGABYTE = 1e6;

  private final PrintWriter out;
  private final boolean terminal;
  private long shown = -1;
  private boolean barOpen;

  DownloadPrinter(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void at(long bytes, long total) {
    long step = step(bytes, total);
    if (step == shown) {
      return;
    }
    shown = step;
    if (terminal) {
      out.print("\r" + bar(bytes, total));
      barOpen = true;
    } else {
      out.println(amount(bytes, total));
    }
    out.flush();
  }

  private long step(long bytes, long total) {
    if (total <= 0) {
      return bytes / BYTES_A_LINE_WITHOUT_TOTAL;
    }
    return bytes * (terminal ? 100 : 10) / total;
  }

  private static String bar(long bytes, long total) {
    int full = total <= 0 ? 0 : (int) (bytes * BAR_CHARACTERS / total);
    return "[" + "#".repeat(full) + ".".repeat(BAR_CHARACTERS - full) + "] " + amount(bytes, total);
  }

  private static String amount(long bytes, long total) {
    return total <= 0
        ? String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE)
        : String.format(Locale.ROOT, "%3d %% of %.1f MB", bytes * 100 / total, total / MEGABYTE);
  }

  /** Leaves the line of the bar, if one was drawn. */
  void end() {
    if (barOpen) {
      out.println();
      out.flush();
      barOpen = false;
    }
  }
}
