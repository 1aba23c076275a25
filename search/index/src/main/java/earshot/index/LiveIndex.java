package earshot.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of a data folder for a program that runs on while others write: each request gets a
 * searcher of the last commit. The index may be missing at first, be emptied and written again, or
 * be replaced by another one; whoever asks next sees what is there. Thread-safe.
 */
public final class LiveIndex implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);

  private final Path folder;
  private @Nullable CallIndex open;
  private boolean closed;

  /**
   * @param folder as {@link earshot.data.DataFolder#index()} gives it; need not be there yet
   */
  public LiveIndex(Path folder) {
    this.folder = folder;
  }

  /**
   * A searcher of the last commit, for one request.
   *
   * @return to be closed when the request is answered; stays valid until then, whatever happens to
   *     the index
   * @throws NoIndexException while there is none
   */
  public synchronized CallSearcher searcher() throws IOException {
    return current().acquire();
  }

  private CallIndex current() throws IOException {
    if (closed) {
      throw new IllegalStateException("the index " + folder + " is closed");
    }
    CallIndex index = open;
    if (index != null && !upToDate(index)) {
      LOG.info("the index was replaced; it is opened again");
      open = null;
      index.close();
      index = null;
    }
    if (index == null) {
      index = CallIndex.open(folder);
      open = index;
    }
    return index;
  }

  /** Another index in the same place may look like a later, an earlier or even the same commit. */
  private static boolean upToDate(CallIndex index) {
    try {
      return index.refresh();
    } catch (IOException | IllegalStateException e) {
      LOG.debug("the index cannot be refreshed", e);
      return false;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    CallIndex index = open;
    open = null;
    if (index != null) {
      index.close();
    }
  }
}
