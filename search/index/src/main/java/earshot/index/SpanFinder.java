package earshot.index;

import java.io.IOException;

/**
 * Finds inside turns, of one segment: over word positions, without looking at what lies outside the
 * postings unless a role or a time asks for it. Belongs to one thread.
 */
interface SpanFinder {
  /**
   * What is found in the call at which the columns stand, sorted by first word. To be asked once a
   * call: the postings are read on.
   *
   * @return overwritten by the next call
   */
  SpanList find() throws IOException;

  /** How much {@link #find} would find. Of a call only the one or the other is asked, once. */
  default int count() throws IOException {
    return find().size();
  }
}
