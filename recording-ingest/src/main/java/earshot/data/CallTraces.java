package earshot.data;

import java.io.IOException;
import java.util.List;

/**
 * A place beside the files of the data folder that keeps something about calls, such as the
 * database of the workbench. The {@link Tombstones} say which calls it has to forget: what could
 * not be done when a call was erased is done by asking again.
 */
public interface CallTraces {
  /** What it is, for messages: "the database of the workbench". */
  String place();

  /**
   * Forgets every call that was erased; again changes nothing.
   *
   * @throws IOException when the place cannot be reached, or not all could be forgotten
   */
  void erase() throws IOException;

  /**
   * What it still keeps about erased calls: one sentence each, without naming the call.
   *
   * @throws IOException when the place cannot be reached
   */
  List<String> leftovers() throws IOException;
}
