package earshot.workbench.playlist;

import java.util.Locale;

/**
 * A part of a call in a playlist. What was said in it lies in its {@link ClipCopy}.
 *
 * @param start seconds from the start of the call
 * @param place among the clips of the playlist; lower ones come first
 * @param question id of the question it is an example for; empty for none
 */
record Clip(
    long id,
    long playlistId,
    String callId,
    double start,
    double end,
    int place,
    Part part,
    String question,
    String note) {

  /** A clip shows how it is done, or how it is not. */
  enum Part {
    GOOD,
    CONTRAST;

    /** As stored and as the value of a form field. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The part of that id; good where it is none. */
    static Part of(String id) {
      return id.equals(CONTRAST.id()) ? CONTRAST : GOOD;
    }
  }
}
