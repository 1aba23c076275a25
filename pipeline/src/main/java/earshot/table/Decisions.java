package earshot.table;

import earshot.call.CallRecord;

/**
 * What people decided about calls, as far as tables need to know: they show the effective answer,
 * and a day must be made again when a decision about one of its calls changes.
 *
 * <p>Implementations are thread-safe.
 */
public interface Decisions {
  /** Nobody decided anything: the machine's answers stand. */
  Decisions NONE =
      new Decisions() {
        @Override
        public CallRecord effective(CallRecord call) {
          return call;
        }

        @Override
        public String stamp(String callId) {
          return "";
        }
      };

  /**
   * The call with the answers, scores and coverage that hold after what people decided.
   *
   * @param call as recorded, but with placeholders for the words of its turns
   */
  CallRecord effective(CallRecord call);

  /** Changes whenever a decision about the call changes; empty when there is none. */
  String stamp(String callId);
}
