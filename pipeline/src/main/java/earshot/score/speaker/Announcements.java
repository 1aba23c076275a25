package earshot.score.speaker;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.score.phrase.Find;
import earshot.score.phrase.LanguagePack;
import earshot.score.phrase.Phrases;
import earshot.score.talk.Conversation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds recorded notices among what is heard on the agent's channel: before the customer has said
 * anything, a notice of recording that no greeting leads in and after which there is a pause; and
 * what only a queue says.
 */
public final class Announcements {
  private static final String NOTICE = "recording-notice";
  private static final String QUEUE = "queue-message";

  /** What an agent says first; a notice after it is the agent's own. */
  private static final List<String> OPENINGS = List.of("greeting", "offer-of-help");

  /** Between a recorded notice and the agent there is at least such a gap, seconds. */
  private static final double GAP_SECONDS = 0.3;

  /** A notice is over before so many words. */
  private static final int MOST_WORDS = 25;

  private Announcements() {}

  /** The same turns; what is a recorded notice is a turn of its own with that role. */
  public static List<Turn> tell(List<Turn> turns, LanguagePack pack) {
    Phrases phrases = new Phrases(pack, Conversation.asHeard(turns, pack.language()));
    List<Turn> told = new ArrayList<>();
    boolean opening = true;
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      opening &= turn.role() == Role.AGENT || turn.words().isEmpty();
      Optional<Integer> end = Optional.empty();
      if (turn.role() == Role.AGENT && opening) {
        end = noticeEnd(turn, phrases, i);
      } else if (turn.role() == Role.AGENT && phrases.says(i, QUEUE)) {
        end = Optional.of(turn.words().size());
      }
      end.ifPresentOrElse(e -> told.addAll(cut(turn, e)), () -> told.add(turn));
    }
    told.sort(Comparator.comparingDouble(Turn::start));
    return told;
  }

  /** How many words of an opening turn are a recorded notice. */
  private static Optional<Integer> noticeEnd(Turn turn, Phrases phrases, int index) {
    List<Word> words = turn.words();
    List<Find> messages = phrases.in(QUEUE, index);
    boolean queue = !messages.isEmpty();
    Optional<Find> notice =
        queue
            ? messages.stream().max(Comparator.comparingInt(Find::last))
            : phrases.in(NOTICE, index).stream().min(Comparator.comparingInt(Find::last));
    if (notice.isEmpty() || notice.get().first() > MOST_WORDS) {
      return Optional.empty();
    }
    int begins = queue ? 0 : notice.get().first();
    boolean led =
        !queue
            && OPENINGS.stream()
                .flatMap(f -> phrases.in(f, index).stream())
                .anyMatch(f -> f.first() < begins);
    if (led) {
      return Optional.empty();
    }
    for (int i = notice.get().last() + 1; i < words.size(); i++) {
      if (words.get(i).start() - words.get(i - 1).end() >= GAP_SECONDS) {
        return Optional.of(i);
      }
      if (begins(phrases, index, i)) {
        return Optional.empty();
      }
    }
    return Optional.of(words.size());
  }

  private static boolean begins(Phrases phrases, int turn, int word) {
    return OPENINGS.stream()
        .flatMap(f -> phrases.in(f, turn).stream())
        .anyMatch(f -> f.first() == word);
  }

  private static List<Turn> cut(Turn turn, int end) {
    int words = turn.words().size();
    Turn notice = turn.part(0, end).withRole(Role.ANNOUNCEMENT);
    return end == words ? List.of(notice) : List.of(notice, turn.part(end, words));
  }
}
