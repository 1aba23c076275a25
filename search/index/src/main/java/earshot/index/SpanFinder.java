package earshot.index;

import java.io.IOException;

/**
 * Finds inside turns, of one segment: over word positions, without looking at what lies outside the
 * postings unless a role or a time asks for it. Belongs to one thread.
 */
interface SpanFinder {
  /**
   * What is found in the call at which the columns stand, sorted by first word.
   *
   * @return overwritten by the next call
   */
  SpanList find() throws IOException;
}
