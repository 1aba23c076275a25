package earshot.index;

import earshot.call.Turn;
import earshot.call.Word;
import earshot.match.Places;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * The times of one turn, ms from the start of the audio: as bytes, the turn's start and length, the
 * number of words, and of each word its start since the one before and its length, each a
 * variable-length integer.
 */
final class TurnTimes {
  private final int startMs;
  private final int endMs;
  private final int[] wordStartMs;
  private final int[] wordEndMs;

  private TurnTimes(int startMs, int endMs, int words) {
    this.startMs = startMs;
    this.endMs = endMs;
    this.wordStartMs = new int[words];
    this.wordEndMs = new int[words];
  }

  static BytesRef encode(Turn turn) {
    List<Word> words = turn.words();
    ByteArrayOutputStream out = new ByteArrayOutputStream(8 + 3 * words.size());
    int start = Places.ms(turn.start());
    write(out, start);
    write(out, Places.ms(turn.end()) - start);
    write(out, words.size());
    int before = start;
    for (Word word : words) {
      int at = Places.ms(word.start());
      int step = at - before;
      write(out, (step << 1) ^ (step >> 31));
      write(out, Places.ms(word.end()) - at);
      before = at;
    }
    return new BytesRef(out.toByteArray());
  }

  static TurnTimes decode(BytesRef bytes) {
    Reader in = new Reader(bytes);
    int start = in.next();
    int end = start + in.next();
    TurnTimes times = new TurnTimes(start, end, in.next());
    int at = start;
    for (int i = 0; i < times.wordStartMs.length; i++) {
      int step = in.next();
      at += (step >>> 1) ^ -(step & 1);
      times.wordStartMs[i] = at;
      times.wordEndMs[i] = at + in.next();
    }
    return times;
  }

  int startMs() {
    return startMs;
  }

  int endMs() {
    return endMs;
  }

  int words() {
    return wordStartMs.length;
  }

  int wordStartMs(int word) {
    return wordStartMs[word];
  }

  int wordEndMs(int word) {
    return wordEndMs[word];
  }

  private static void write(ByteArrayOutputStream out, int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private static final class Reader {
    private final BytesRef bytes;
    private int at;

    Reader(BytesRef bytes) {
      this.bytes = bytes;
      this.at = bytes.offset;
    }

    int next() {
      int value = 0;
      for (int shift = 0; ; shift += 7) {
        byte b = bytes.bytes[at++];
        value |= (b & 0x7f) << shift;
        if (b >= 0) {
          return value;
        }
      }
    }
  }
}
