package earshot.index;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.match.Places;
import earshot.query.Query;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * Who said the word at a position, and when; of one call at a time. Two columns of the index hold
 * it: the turns (role, number of words, start, length, earliest and latest start of a word, place
 * in the other column) and, of each word, its start since the one before and its length. Times are
 * ms from the start of the audio. Most questions about time are answered by the turns alone.
 */
final class Timeline {
  /**
   * Positions between two turns: more than NEAR spans, so that words of two turns are never near.
   */
  static final int GAP = Query.Near.WIDEST + 1;

  private static final Role[] ROLES = Role.values();

  private final Varints.Reader in = new Varints.Reader();
  private int turns;

  /** Position of a turn's first word; one more than there are turns. */
  private int[] firsts = new int[64];

  private int[] words = new int[64];
  private int[] roles = new int[64];
  private int[] startMs = new int[64];
  private int[] endMs = new int[64];
  private int[] earliestMs = new int[64];
  private int[] latestMs = new int[64];
  private int[] offsets = new int[64];

  private BytesRef times = new BytesRef();
  private int[] wordStartMs = new int[64];
  private int[] wordEndMs = new int[64];
  private int decoded = -1;
  private int lastTurn;

  /** The column of turns. */
  static BytesRef turns(List<Turn> turns) {
    Varints.Writer out = new Varints.Writer();
    out.write(turns.size());
    int before = 0;
    for (Turn turn : turns) {
      int start = Places.ms(turn.start());
      int[] starts = turn.words().stream().mapToInt(w -> Places.ms(w.start())).toArray();
      out.write(starts.length << 2 | turn.role().ordinal());
      out.writeSigned(start - before);
      out.write(Places.ms(turn.end()) - start);
      out.writeSigned(Arrays.stream(starts).min().orElse(start) - start);
      out.writeSigned(Arrays.stream(starts).max().orElse(start) - start);
      Varints.Writer times = new Varints.Writer();
      words(turn, times);
      out.write(times.size());
      before = start;
    }
    return out.bytes();
  }

  /** The column of words. */
  static BytesRef words(List<Turn> turns) {
    Varints.Writer out = new Varints.Writer();
    turns.forEach(t -> words(t, out));
    return out.bytes();
  }

  private static void words(Turn turn, Varints.Writer out) {
    int before = Places.ms(turn.start());
    for (Word word : turn.words()) {
      int at = Places.ms(word.start());
      out.writeSigned(at - before);
      out.write(Places.ms(word.end()) - at);
      before = at;
    }
  }

  /** Takes over another call. The bytes must not change until the next one. */
  void read(BytesRef turnColumn) {
    in.open(turnColumn, 0);
    turns = in.read();
    makeRoom();
    int first = 0;
    int before = 0;
    int offset = 0;
    for (int i = 0; i < turns; i++) {
      int head = in.read();
      firsts[i] = first;
      words[i] = head >>> 2;
      roles[i] = head & 3;
      first += words[i] + GAP;
      before += in.readSigned();
      startMs[i] = before;
      endMs[i] = before + in.read();
      earliestMs[i] = before + in.readSigned();
      latestMs[i] = before + in.readSigned();
      offsets[i] = offset;
      offset += in.read();
    }
    firsts[turns] = first;
    decoded = -1;
    lastTurn = 0;
  }

  private void makeRoom() {
    if (turns >= firsts.length) {
      int size = turns + turns / 2 + 1;
      firsts = new int[size];
      words = new int[size];
      roles = new int[size];
      startMs = new int[size];
      endMs = new int[size];
      earliestMs = new int[size];
      latestMs = new int[size];
      offsets = new int[size];
    }
  }

  /** The column of words that belongs to the turns. */
  void times(BytesRef wordColumn) {
    times = wordColumn;
    decoded = -1;
  }

  int turns() {
    return turns;
  }

  int first(int turn) {
    return firsts[turn];
  }

  int words(int turn) {
    return words[turn];
  }

  Role role(int turn) {
    return ROLES[roles[turn]];
  }

  /** The role's bit. */
  int roleBit(int turn) {
    return 1 << roles[turn];
  }

  int startMs(int turn) {
    return startMs[turn];
  }

  int endMs(int turn) {
    return endMs[turn];
  }

  /** No word of the turn starts before. */
  int earliestMs(int turn) {
    return earliestMs[turn];
  }

  /** No word of the turn starts later. */
  int latestMs(int turn) {
    return latestMs[turn];
  }

  /** The turn in which a position lies. */
  int turnAt(int position) {
    if (position >= firsts[lastTurn]) {
      if (position < firsts[lastTurn + 1]) {
        return lastTurn;
      }
      if (lastTurn + 2 <= turns && position < firsts[lastTurn + 2]) {
        return ++lastTurn;
      }
    }
    int at = Arrays.binarySearch(firsts, 0, turns, position);
    lastTurn = at < 0 ? -at - 2 : at;
    return lastTurn;
  }

  int wordStartMs(int turn, int word) {
    decode(turn);
    return wordStartMs[word];
  }

  int wordEndMs(int turn, int word) {
    decode(turn);
    return wordEndMs[word];
  }

  private void decode(int turn) {
    if (decoded == turn) {
      return;
    }
    if (words[turn] > wordStartMs.length) {
      wordStartMs = new int[2 * words[turn]];
      wordEndMs = new int[2 * words[turn]];
    }
    in.open(times, offsets[turn]);
    int at = startMs[turn];
    for (int i = 0; i < words[turn]; i++) {
      at += in.readSigned();
      wordStartMs[i] = at;
      wordEndMs[i] = at + in.read();
    }
    decoded = turn;
  }
}
