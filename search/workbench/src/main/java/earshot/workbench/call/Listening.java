package earshot.workbench.call;

import earshot.workbench.account.SignedIn;
import earshot.workbench.audit.Audit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes down that somebody listens to a call: once, though a player asks for many parts of it.
 * Thread-safe.
 */
public final class Listening {
  /** Parts asked for within this belong to the same listening. */
  private static final Duration SAME = Duration.ofMinutes(10);

  private static final int REMEMBERED = 10_000;

  private final Witness witness;
  private final Map<String, Long> lastWritten =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  public Listening(Witness witness) {
    this.witness = witness;
  }

  /**
   * @param nanos of a clock that only goes forward
   */
  public void heard(SignedIn who, String callId, long nanos) {
    synchronized (lastWritten) {
      String key = who.session() + "/" + callId;
      Long last = lastWritten.get(key);
      if (last != null && nanos - last < SAME.toNanos()) {
        return;
      }
      lastWritten.remove(key);
      lastWritten.put(key, nanos);
    }
    witness.saw(who, Audit.Action.LISTEN, callId);
  }
}
