package earshot.index;

import earshot.call.Event;
import earshot.call.Role;
import earshot.match.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Times, roles and events of the calls of one segment, one after the other in ascending order; each
 * column is read when it is first asked for. Belongs to one thread.
 */
final class CallColumns {
  private static final Event.Kind[] KINDS = Event.Kind.values();
  private static final Role[] ROLES = Role.values();

  private final BinaryDocValues turns;
  private final BinaryDocValues words;
  private final BinaryDocValues events;
  private final NumericDocValues lengths;
  private final Timeline timeline = new Timeline();
  private int call = -1;
  private int turnsOf = -1;
  private int wordsOf = -1;
  private int eventsOf = -1;
  private List<Event> happened = List.of();

  CallColumns(LeafReader segment) throws IOException {
    this.turns = DocValues.getBinary(segment, IndexFields.TURNS);
    this.words = DocValues.getBinary(segment, IndexFields.WORDS);
    this.events = DocValues.getBinary(segment, IndexFields.EVENTS);
    this.lengths = DocValues.getNumeric(segment, IndexFields.LENGTH_MS);
  }

  /** Moves to the call with this document number, which must not be before the current one. */
  void moveTo(int document) {
    if (document < call) {
      throw new IllegalArgumentException("calls must be visited in order");
    }
    call = document;
  }

  int call() {
    return call;
  }

  /** The turns of the current call; the times of its words only after {@link #times()}. */
  Timeline timeline() {
    if (turnsOf != call) {
      timeline.read(value(turns));
      turnsOf = call;
    }
    return timeline;
  }

  /** The turns of the current call and the times of its words. */
  Timeline times() {
    Timeline known = timeline();
    if (wordsOf != call) {
      known.times(value(words));
      wordsOf = call;
    }
    return known;
  }

  int startMs(int position) {
    Timeline known = times();
    int turn = known.turnAt(position);
    return known.wordStartMs(turn, position - known.first(turn));
  }

  int lengthMs() {
    try {
      return lengths.advanceExact(call) ? (int) lengths.longValue() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Event> events() {
    if (eventsOf != call) {
      happened = decoded(value(events));
      eventsOf = call;
    }
    return happened;
  }

  private BytesRef value(BinaryDocValues column) {
    try {
      if (!column.advanceExact(call)) {
        throw new IllegalStateException("the index lacks a column of a call; rebuild it");
      }
      return column.binaryValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Events as a column: of each its kind and role, start, and length in ms. */
  static BytesRef encoded(List<Event> events) {
    Varints.Writer out = new Varints.Writer();
    out.write(events.size());
    for (Event event : events) {
      Role role = event.role();
      int start = Places.ms(event.start());
      out.write(event.kind().ordinal() << 3 | (role == null ? 0 : role.ordinal() + 1));
      out.write(start);
      out.write(Places.ms(event.end()) - start);
    }
    return out.bytes();
  }

  private static List<Event> decoded(BytesRef bytes) {
    Varints.Reader in = new Varints.Reader();
    in.open(bytes, 0);
    List<Event> events = new ArrayList<>();
    for (int i = in.read(); i > 0; i--) {
      int head = in.read();
      int start = in.read();
      int end = start + in.read();
      @Nullable Role role = (head & 7) == 0 ? null : ROLES[(head & 7) - 1];
      events.add(new Event(KINDS[head >>> 3], start / 1000.0, end / 1000.0, role));
    }
    return events;
  }
}
