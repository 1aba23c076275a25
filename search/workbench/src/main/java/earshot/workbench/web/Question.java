package earshot.workbench.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What cannot be taken back, put to a person before it is done. The answer repeats what it is about
 * and names the state that was shown: where that has changed since, it is asked again.
 *
 * @param title the question
 * @param goes what becomes of it, one sentence each
 * @param lines what is lost, as far as it can be shown
 * @param post where the answer goes
 * @param fields of the form that was sent, to be sent again
 * @param state of what is asked about, from {@link #state}
 * @param yes on the button that does it
 * @param keep on the button that does not
 * @param back the page from which it was asked
 * @param again whether something has changed since it was asked before
 */
public record Question(
    String title,
    List<String> goes,
    List<Line> lines,
    String post,
    Map<String, String> fields,
    String state,
    String yes,
    String keep,
    String back,
    boolean again) {
  /** Hidden field of the answer. */
  public static final String FIELD = "sure";

  public Question {
    goes = List.copyOf(goes);
    lines = List.copyOf(lines);
    fields = new TreeMap<>(fields);
  }

  /** A question about something that needs no other fields and is told in sentences. */
  public Question(
      String title, List<String> goes, String post, String state, String yes, String back) {
    this(title, goes, List.of(), post, Map.of(), state, yes, "Keep", back, false);
  }

  /** Something that is lost: who and when, and the words. */
  public record Line(String label, String text) {}

  /** Tells one state of things from every other. */
  public static String state(Object... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Object part : parts) {
        byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether the request says yes to this question, as things are now. */
  public boolean answered(Context http) {
    return state.equals(http.formParam(FIELD));
  }

  /** The same question, for somebody who said yes to an earlier state. */
  Question asked(Context http) {
    return http.formParam(FIELD) == null
        ? this
        : new Question(title, goes, lines, post, fields, state, yes, keep, back, true);
  }
}
