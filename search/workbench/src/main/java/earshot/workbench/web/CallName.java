package earshot.workbench.web;

/** A call's id as people read it: long ones, such as fingerprints of recordings, in short. */
public final class CallName {
  /** Ids of recorders, UUIDs among them, are shorter and stay as they are. */
  private static final int LONGEST = 40;

  private static final int HEAD = 12;
  private static final int TAIL = 4;

  private CallName() {}

  /** The id, or its beginning and end. */
  public static String of(String callId) {
    return callId.length() <= LONGEST
        ? callId
        : callId.substring(0, HEAD) + "…" + callId.substring(callId.length() - TAIL);
  }
}
