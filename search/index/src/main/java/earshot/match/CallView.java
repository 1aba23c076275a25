package earshot.match;

import earshot.call.Event;
import earshot.call.Role;
import earshot.query.Condition;
import java.util.List;

/**
 * What the evaluator sees of one call. A place is a turn and a word in it, packed into a long
 * ({@link Places}), so that places sort in the order of the transcript. Times are whole
 * milliseconds, so that a call in memory and one in an index agree.
 */
public interface CallView {
  /** Places of words with this form, sorted. */
  long[] form(String form);

  /** Places of words with this stem, sorted. */
  long[] stem(String stem);

  /** Places of words whose form begins so, sorted. */
  long[] prefix(String beginning);

  /** Places of words that sound so ({@link Language#sound}), sorted. */
  long[] sounding(String key);

  /** Words of a turn, with or without letters. */
  int words(int turn);

  Role role(int turn);

  /** When the word at a place begins, ms from the start of the audio. */
  int startMs(long place);

  int endMs(long place);

  /** Length of the call, ms. */
  int lengthMs();

  List<Event> events();

  /** Whether the call's field fulfils the condition. */
  boolean test(String field, Condition condition);
}
