package earshot.index;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.match.Places;
import earshot.query.Query;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * Who said the word at a position, and when; of one call at a time. Two columns of the index hold
 * it. The column of turns is read in place, without decoding: number of turns, then of every turn
 * the position of its first word (one more than there are turns), then five numbers and the role of
 * each. The column of words has, of each word, its start since the one before and its length, as
 * variable-length numbers. Times are ms from the start of the audio. Most questions about time are
 * answered by the turns alone.
 */
final class Timeline {
  /**
   * Positions between two turns: more than NEAR spans, so that words of two turns are never near.
   */
  static final int GAP = Query.Near.WIDEST + 1;

  private static final Role[] ROLES = Role.values();
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /**
   * Bytes of a turn after the positions: earliest, latest, start, end, place in the words, role.
   */
  private static final int TURN_BYTES = 21;

  private final Varints.Reader in = new Varints.Reader();
  private byte[] bytes = BytesRef.EMPTY_BYTES;
  private int turns;
  private int firstsAt;
  private int turnsAt;

  private BytesRef times = new BytesRef();
  private int[] wordStartMs = new int[64];
  private int[] wordEndMs = new int[64];
  private int decoded = -1;
  private int lastTurn;

  /** The column of turns. */
  static BytesRef turns(List<Turn> turns) {
    ByteBuffer out =
        ByteBuffer.allocate(8 + turns.size() * (4 + TURN_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(turns.size());
    int first = 0;
    for (Turn turn : turns) {
      out.putInt(first);
      first += turn.words().size() + GAP;
    }
    out.putInt(first);
    int offset = 0;
    for (Turn turn : turns) {
      int earliest = Integer.MAX_VALUE;
      int latest = Integer.MIN_VALUE;
      for (Word word : turn.words()) {
        int ms = Places.ms(word.start());
        earliest = Math.min(earliest, ms);
        latest = Math.max(latest, ms);
      }
      out.putInt(earliest).putInt(latest).putInt(Places.ms(turn.start()));
      out.putInt(Places.ms(turn.end())).putInt(offset).put((byte) turn.role().ordinal());
      Varints.Writer words = new Varints.Writer();
      words(turn, words);
      offset += words.size();
    }
    return new BytesRef(out.array());
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
    bytes = turnColumn.bytes;
    turns = (int) INT.get(bytes, turnColumn.offset);
    firstsAt = turnColumn.offset + 4;
    turnsAt = firstsAt + 4 * (turns + 1);
    decoded = -1;
    lastTurn = 0;
  }

  /** The column of words that belongs to the turns. */
  void times(BytesRef wordColumn) {
    times = wordColumn;
    decoded = -1;
  }

  int turns() {
    return turns;
  }

  /** Position of a turn's first word. */
  int first(int turn) {
    return (int) INT.get(bytes, firstsAt + 4 * turn);
  }

  int words(int turn) {
    return first(turn + 1) - first(turn) - GAP;
  }

  /** No word of the turn starts before. */
  int earliestMs(int turn) {
    return (int) INT.get(bytes, turnsAt + TURN_BYTES * turn);
  }

  /** No word of the turn starts later. */
  int latestMs(int turn) {
    return (int) INT.get(bytes, turnsAt + TURN_BYTES * turn + 4);
  }

  int startMs(int turn) {
    return (int) INT.get(bytes, turnsAt + TURN_BYTES * turn + 8);
  }

  int endMs(int turn) {
    return (int) INT.get(bytes, turnsAt + TURN_BYTES * turn + 12);
  }

  private int offset(int turn) {
    return (int) INT.get(bytes, turnsAt + TURN_BYTES * turn + 16);
  }

  Role role(int turn) {
    return ROLES[bytes[turnsAt + TURN_BYTES * turn + 20]];
  }

  /** The role's bit. */
  int roleBit(int turn) {
    return 1 << bytes[turnsAt + TURN_BYTES * turn + 20];
  }

  /** The turn in which a position lies. Quick when asked in ascending order. */
  int turnAt(int position) {
    int turn = position >= first(lastTurn) ? lastTurn : 0;
    if (position < first(turn + 1)) {
      return turn;
    }
    int step = 1;
    while (turn + step < turns && first(turn + step) <= position) {
      turn += step;
      step <<= 1;
    }
    for (; step > 0; step >>= 1) {
      if (turn + step < turns && first(turn + step) <= position) {
        turn += step;
      }
    }
    lastTurn = turn;
    return turn;
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
    int words = words(turn);
    if (words > wordStartMs.length) {
      wordStartMs = new int[2 * words];
      wordEndMs = new int[2 * words];
    }
    in.open(times, offset(turn));
    int at = startMs(turn);
    for (int i = 0; i < words; i++) {
      at += in.readSigned();
      wordStartMs[i] = at;
      wordEndMs[i] = at + in.read();
    }
    decoded = turn;
  }
}
