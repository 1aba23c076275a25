package earshot.index;

import earshot.call.Event;
import earshot.call.Role;
import earshot.match.Places;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/** The events of one call at a time, as a column holds them: kind and role, start, length in ms. */
final class CallEvents {
  private static final Event.Kind[] KINDS = Event.Kind.values();
  private static final Role[] ROLES = Role.values();

  private final Varints.Reader in = new Varints.Reader();
  private int size;
  private int[] heads = new int[16];
  private int[] startMs = new int[16];
  private int[] endMs = new int[16];

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

  void read(BytesRef column) {
    in.open(column, 0);
    size = in.read();
    if (size > heads.length) {
      heads = Arrays.copyOf(heads, 2 * size);
      startMs = Arrays.copyOf(startMs, 2 * size);
      endMs = Arrays.copyOf(endMs, 2 * size);
    }
    for (int i = 0; i < size; i++) {
      heads[i] = in.read();
      startMs[i] = in.read();
      endMs[i] = startMs[i] + in.read();
    }
  }

  int size() {
    return size;
  }

  Event.Kind kind(int i) {
    return KINDS[heads[i] >>> 3];
  }

  /** Bit of the role; 0 for nobody's event. */
  int roleBit(int i) {
    return 1 << (heads[i] & 7) >> 1;
  }

  int startMs(int i) {
    return startMs[i];
  }

  int endMs(int i) {
    return endMs[i];
  }

  List<Event> toList() {
    List<Event> events = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int role = (heads[i] & 7) - 1;
      events.add(
          new Event(
              kind(i), startMs[i] / 1000.0, endMs[i] / 1000.0, role < 0 ? null : ROLES[role]));
    }
    return events;
  }
}
