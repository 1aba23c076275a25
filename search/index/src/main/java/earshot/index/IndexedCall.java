package earshot.index;

import com.fasterxml.jackson.databind.ObjectReader;
import earshot.call.CallJson;
import earshot.call.Event;
import earshot.call.Role;
import earshot.match.CallView;
import earshot.match.Language;
import earshot.match.Places;
import earshot.query.Condition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one segment, one after the other, as the evaluator sees them: places from the
 * postings, times from columns; the text is not read. Belongs to one thread; calls must be visited
 * in ascending order.
 */
final class IndexedCall implements CallView {
  private static final ObjectReader SUMMARIES = CallJson.mapper().readerFor(CallSummary.class);

  private final LeafReader reader;
  private final CallColumns columns;
  private final SegmentWords words;
  private final Map<String, WordFinder> finders = new HashMap<>();
  private final Map<String, long[]> places = new HashMap<>();
  private @Nullable List<Event> events;
  private @Nullable CallSummary summary;

  IndexedCall(LeafReader reader, Language language, int mostExpansions) throws IOException {
    this.reader = reader;
    this.columns = new CallColumns(reader);
    this.words = new SegmentWords(reader, language, mostExpansions);
  }

  /** Moves to the call with this document number, which must not be before the current one. */
  void moveTo(int document) {
    if (document != columns.call()) {
      columns.moveTo(document);
      places.clear();
      events = null;
      summary = null;
    }
  }

  /** The same, when the stored fields of the call have been read already. */
  void moveTo(int document, Document call) {
    moveTo(document);
    summary = summary(call);
  }

  Timeline timeline() {
    return columns.times();
  }

  @Override
  public long[] form(String form) {
    return places("=" + form, k -> open(form, Kind.FORM));
  }

  @Override
  public long[] stem(String stem) {
    return places("~" + stem, k -> open(stem, Kind.STEM));
  }

  @Override
  public long[] prefix(String beginning) {
    return places("*" + beginning, k -> open(beginning, Kind.BEGINNING));
  }

  @Override
  public long[] sounding(String key) {
    return places("?" + key, k -> open(key, Kind.SOUND));
  }

  private enum Kind {
    FORM,
    STEM,
    BEGINNING,
    SOUND
  }

  private WordFinder open(String text, Kind kind) {
    try {
      List<PostingsEnum> postings =
          switch (kind) {
            case FORM -> words.form(text);
            case STEM -> words.stem(text);
            case BEGINNING -> words.beginning(text);
            case SOUND -> words.sounding(text);
          };
      return new WordFinder(columns, postings, Reach.ALL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long[] places(String key, Function<String, WordFinder> open) {
    return places.computeIfAbsent(
        key,
        k -> {
          try {
            return places(finders.computeIfAbsent(k, open).find());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private long[] places(SpanList found) {
    if (found.size() == 0) {
      return Places.NONE;
    }
    Timeline timeline = columns.timeline();
    long[] all = new long[found.size()];
    for (int i = 0; i < all.length; i++) {
      int turn = timeline.turnAt(found.first(i));
      all[i] = Places.of(turn, found.first(i) - timeline.first(turn));
    }
    Arrays.sort(all);
    return all;
  }

  @Override
  public int words(int turn) {
    return columns.timeline().words(turn);
  }

  @Override
  public int startMs(long place) {
    return columns.times().wordStartMs(Places.turn(place), Places.word(place));
  }

  @Override
  public int endMs(long place) {
    return columns.times().wordEndMs(Places.turn(place), Places.word(place));
  }

  @Override
  public Role role(int turn) {
    return columns.timeline().role(turn);
  }

  @Override
  public int lengthMs() {
    return columns.lengthMs();
  }

  @Override
  public List<Event> events() {
    List<Event> known = events;
    if (known == null) {
      // The same objects each time: by them the evaluator knows what it found already.
      known = columns.eventColumn().toList();
      events = known;
    }
    return known;
  }

  @Override
  public boolean test(String field, Condition condition) {
    return summary().fields().test(field, condition);
  }

  CallSummary summary() {
    CallSummary known = summary;
    if (known == null) {
      try {
        known = summary(reader.storedFields().document(columns.call()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      summary = known;
    }
    return known;
  }

  private static CallSummary summary(Document call) {
    BytesRef json = call.getBinaryValue(IndexFields.SUMMARY);
    try {
      return SUMMARIES.readValue(json.bytes, json.offset, json.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
