package earshot.workbench.playlist;

import earshot.call.CallRecord;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.workbench.account.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a clip, copied from the redacted record. It also keeps whose call it was, for the
 * row filter: the record may be gone.
 *
 * @param start seconds from the start of the call
 */
record ClipCopy(
    String callId,
    String localDate,
    @Nullable String agentId,
    @Nullable String agentName,
    @Nullable String team,
    String language,
    double start,
    double end,
    List<Said> said) {
  ClipCopy {
    said = List.copyOf(said);
  }

  /**
   * What one party said in the clip.
   *
   * @param at seconds from the start of the clip
   */
  record Said(String role, double at, String text) {}

  /** Of a part of a call; a word belongs to it when any of it does. */
  static ClipCopy of(CallRecord call, double start, double end) {
    List<Said> said = new ArrayList<>();
    for (Turn turn : call.transcript().turns()) {
      said(turn, start, end, said);
    }
    return new ClipCopy(
        call.callId(),
        call.localDate().toString(),
        call.metadata().agentId(),
        call.metadata().agentName(),
        call.metadata().team(),
        call.metadata().language(),
        start,
        end,
        said);
  }

  private static void said(Turn turn, double start, double end, List<Said> said) {
    List<Word> words = turn.words();
    List<String> spelled = turn.spelled();
    List<String> inside = new ArrayList<>();
    double first = end;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (word.start() < end && word.end() > start) {
        inside.add(spelled.get(i));
        first = Math.min(first, word.start());
      }
    }
    if (!inside.isEmpty()) {
      double at = Math.max(0, first - start);
      said.add(new Said(turn.role().id(), at, String.join(" ", inside)));
    }
  }

  boolean in(Scope scope) {
    return scope.sees(agentId, team);
  }

  double seconds() {
    return end - start;
  }
}
