package earshot.workbench.call;

import java.util.List;

/** Gives what people decided about the answers of a call. */
@FunctionalInterface
public interface Decisions {
  /** Oldest first; empty where nobody decided anything. */
  List<Decision> of(String callId);

  /** Nobody decided anything. */
  static Decisions none() {
    return callId -> List.of();
  }
}
