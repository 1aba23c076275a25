package earshot.workbench.erase;

import java.io.IOException;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What one part of the workbench has to do when calls are erased. A part that keeps something about
 * calls, in the database or in files, has one, and it stands in the list that the main class gives
 * to {@link ErasedCalls}. Stateless.
 */
public interface Eraser {
  /** What the part keeps, for messages: "disputes". */
  String what();

  /**
   * The calls it keeps something about, by id. What people typed may name a call too: so may each
   * of {@link Mentions#words}.
   */
  Set<String> calls(Handle database) throws IOException;

  /**
   * Forgets these calls: rows go, or lose what tells of the call. Runs in the transaction of an
   * erasure, in which history tables can be changed. Again changes nothing.
   */
  void erase(Handle database, Set<String> callIds) throws IOException;
}
