package earshot.index;

import earshot.call.CallJson;
import earshot.call.Event;
import earshot.call.Role;
import earshot.match.CallView;
import earshot.match.Language;
import earshot.match.Places;
import earshot.query.Condition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one index segment, one after the other, as the evaluator sees them: places straight
 * from the postings, times from doc values; the text is not read. Belongs to one thread; calls must
 * be visited in ascending order.
 */
final class BlockView implements CallView {
  private final LeafReader reader;
  private final BitSet calls;
  private final Language language;
  private final int mostExpansions;
  private final Map<String, List<PostingsEnum>> postings = new HashMap<>();
  private final Map<String, long[]> places = new HashMap<>();
  private BinaryDocValues times;
  private NumericDocValues roles;
  private @Nullable NumericDocValues lengths;
  private @Nullable TurnTimes turnTimes;
  private int timesOf = -1;
  private @Nullable CallSummary summary;
  private int firstTurn;
  private int call = -1;

  private BlockView(LeafReader reader, BitSet calls, Language language, int mostExpansions)
      throws IOException {
    this.reader = reader;
    this.calls = calls;
    this.language = language;
    this.mostExpansions = mostExpansions;
    this.times = times();
    this.roles = roles();
  }

  /**
   * A view of the segment; null when it holds no call.
   *
   * @param mostExpansions words that the beginning of one may stand for
   */
  static @Nullable BlockView of(
      LeafReaderContext segment, BitSetProducer calls, Language language, int mostExpansions)
      throws IOException {
    BitSet bits = calls.getBitSet(segment);
    return bits == null ? null : new BlockView(segment.reader(), bits, language, mostExpansions);
  }

  /** Moves to the call with this document number, which must not be before the current one. */
  void moveTo(int document) {
    if (document < call) {
      throw new IllegalArgumentException("calls must be visited in order");
    }
    if (document != call) {
      call = document;
      firstTurn = document == 0 ? 0 : calls.prevSetBit(document - 1) + 1;
      places.clear();
      timesOf = -1;
      summary = null;
    }
  }

  int turnDocument(int turn) {
    return firstTurn + turn;
  }

  @Override
  public long[] form(String form) {
    return places(IndexFields.form(language), form, false);
  }

  @Override
  public long[] stem(String stem) {
    return places(IndexFields.stem(language), stem, false);
  }

  @Override
  public long[] prefix(String beginning) {
    return places(IndexFields.form(language), beginning, true);
  }

  private long[] places(String field, String text, boolean beginning) {
    String key = field + (beginning ? "*" : "=") + text;
    return places.computeIfAbsent(
        key,
        k -> {
          try {
            List<PostingsEnum> lists = postings.get(k);
            if (lists == null) {
              lists = open(field, text, beginning);
              postings.put(k, lists);
            }
            return read(lists);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private List<PostingsEnum> open(String field, String text, boolean beginning) throws IOException {
    List<PostingsEnum> lists = new ArrayList<>();
    Terms terms = reader.terms(field);
    if (terms == null) {
      return lists;
    }
    TermsEnum term = terms.iterator();
    BytesRef wanted = new BytesRef(text);
    if (!beginning) {
      if (term.seekExact(wanted)) {
        lists.add(term.postings(null, PostingsEnum.POSITIONS));
      }
      return lists;
    }
    for (TermsEnum.SeekStatus status = term.seekCeil(wanted);
        status != TermsEnum.SeekStatus.END && StringHelper.startsWith(term.term(), wanted);
        status = term.next() == null ? TermsEnum.SeekStatus.END : TermsEnum.SeekStatus.FOUND) {
      lists.add(term.postings(null, PostingsEnum.POSITIONS));
      if (lists.size() > mostExpansions) {
        throw SearchException.tooManyWords(text);
      }
    }
    return lists;
  }

  private long[] read(List<PostingsEnum> lists) throws IOException {
    long[] found = Places.NONE;
    int size = 0;
    for (PostingsEnum list : lists) {
      int document = list.docID() < firstTurn ? list.advance(firstTurn) : list.docID();
      for (; document < call; document = list.nextDoc()) {
        int frequency = list.freq();
        if (size + frequency > found.length) {
          found = Arrays.copyOf(found, Math.max(8, 2 * (size + frequency)));
        }
        for (int i = 0; i < frequency; i++) {
          found[size++] = Places.of(document - firstTurn, list.nextPosition());
        }
      }
    }
    long[] all = size == 0 ? Places.NONE : Arrays.copyOf(found, size);
    return lists.size() < 2 ? all : Arrays.stream(all).sorted().distinct().toArray();
  }

  TurnTimes times(int turn) {
    TurnTimes known = turnTimes;
    if (known != null && timesOf == turn) {
      return known;
    }
    try {
      int document = firstTurn + turn;
      if (times.docID() > document) {
        times = times();
      }
      if (!times.advanceExact(document)) {
        throw new IllegalStateException("the index has no times for a turn; rebuild it");
      }
      TurnTimes read = TurnTimes.decode(times.binaryValue());
      turnTimes = read;
      timesOf = turn;
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BinaryDocValues times() throws IOException {
    return org.apache.lucene.index.DocValues.getBinary(reader, IndexFields.TIMES);
  }

  private NumericDocValues roles() throws IOException {
    return org.apache.lucene.index.DocValues.getNumeric(reader, IndexFields.ROLE_ORDINAL);
  }

  @Override
  public int words(int turn) {
    return times(turn).words();
  }

  @Override
  public int startMs(long place) {
    return times(Places.turn(place)).wordStartMs(Places.word(place));
  }

  @Override
  public int endMs(long place) {
    return times(Places.turn(place)).wordEndMs(Places.word(place));
  }

  @Override
  public Role role(int turn) {
    try {
      int document = firstTurn + turn;
      if (roles.docID() > document) {
        roles = roles();
      }
      return roles.advanceExact(document) ? Role.values()[(int) roles.longValue()] : Role.UNKNOWN;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int lengthMs() {
    try {
      NumericDocValues values = lengths;
      if (values == null || values.docID() > call) {
        values = org.apache.lucene.index.DocValues.getNumeric(reader, IndexFields.LENGTH_MS);
        lengths = values;
      }
      return values.advanceExact(call) ? (int) values.longValue() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Event> events() {
    return summary().events();
  }

  @Override
  public boolean test(String field, Condition condition) {
    return summary().fields().test(field, condition);
  }

  CallSummary summary() {
    CallSummary known = summary;
    if (known == null) {
      try {
        BytesRef json = reader.storedFields().document(call).getBinaryValue(IndexFields.SUMMARY);
        known =
            CallJson.mapper().readValue(json.bytes, json.offset, json.length, CallSummary.class);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      summary = known;
    }
    return known;
  }
}
