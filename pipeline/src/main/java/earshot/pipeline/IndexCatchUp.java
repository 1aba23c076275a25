package earshot.pipeline;

import earshot.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/**
 * Brings the index up to date while a run goes on: what is committed can be searched long before
 * the last call is done, and is not lost to searches when the run is interrupted. Used by one
 * thread.
 */
final class IndexCatchUp {
  /** At the soonest after the last time; recordings take seconds each, so this is a handful. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** Of a large folder, where catching up takes long, at most a tenth of the time. */
  private static final int SHARE = 10;

  private final DataFolder folder;
  private double nextSeconds = PAUSE.toSeconds();
  private long indexed;

  private IndexCatchUp(DataFolder folder) {
    this.folder = folder;
  }

  /** Begins with a folder that can be searched, though there may be nothing in it yet. */
  static IndexCatchUp start(DataFolder folder) throws IOException {
    Files.createDirectories(folder.calls());
    if (!Files.isDirectory(folder.index())) {
      Derived.updateIndex(folder);
    }
    return new IndexCatchUp(folder);
  }

  /** Catches up when it is time to and there is something new. */
  void consider(Progress progress) throws IOException {
    if (progress.callsDone() == indexed || progress.elapsedSeconds() < nextSeconds) {
      return;
    }
    long began = System.nanoTime();
    Derived.updateIndex(folder);
    double took = (System.nanoTime() - began) / 1e9;
    indexed = progress.callsDone();
    nextSeconds =
        progress.elapsedSeconds() + took + Math.max(PAUSE.toSeconds(), (SHARE - 1) * took);
  }
}
