package earshot.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * Times, roles and events of the calls of one segment, one after the other in ascending order; each
 * column is read when it is first asked for. Belongs to one thread.
 */
final class CallColumns {
  private final BinaryDocValues turns;
  private final BinaryDocValues words;
  private final BinaryDocValues events;
  private final NumericDocValues lengths;
  private final Timeline timeline = new Timeline();
  private int call = -1;
  private int turnsOf = -1;
  private int wordsOf = -1;
  private int eventsOf = -1;
  private final CallEvents happened = new CallEvents();

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

  CallEvents eventColumn() {
    if (eventsOf != call) {
      happened.read(value(events));
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
}
