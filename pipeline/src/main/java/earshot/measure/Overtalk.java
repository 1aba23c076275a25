package earshot.measure;

import earshot.audio.speech.AudioAnalysis;
import earshot.audio.speech.Span;
import earshot.call.Event;
import earshot.call.Role;
import earshot.call.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where agent and customer speak at the same time, and who of them began it. */
final class Overtalk {
  private final MeasureSettings settings;

  Overtalk(MeasureSettings settings) {
    this.settings = settings;
  }

  /**
   * The events, ordered; back-channels ("uh huh" while the other goes on) are none. The role of an
   * event is the party that started while the other still spoke.
   */
  List<Event> find(List<Turn> turns, @Nullable AudioAnalysis analysis) {
    List<Speaking> agent = Speaking.of(Role.AGENT, turns, analysis, settings.breath());
    List<Speaking> customer = Speaking.of(Role.CUSTOMER, turns, analysis, settings.breath());
    List<Event> events = new ArrayList<>();
    for (Speaking a : agent) {
      for (Speaking c : customer) {
        if (a.span().overlaps(c.span()) && isTurn(a) && isTurn(c)) {
          double start = Math.max(a.span().start(), c.span().start());
          double end = Math.min(a.span().end(), c.span().end());
          if (end - start >= settings.overtalk()) {
            Role starter = a.span().start() > c.span().start() ? Role.AGENT : Role.CUSTOMER;
            events.add(new Event(Event.Kind.OVERTALK, start, end, starter));
          }
        }
      }
    }
    events.sort(Comparator.comparingDouble(Event::start));
    return events;
  }

  private boolean isTurn(Speaking speaking) {
    return speaking.span().seconds() >= settings.backChannel();
  }

  /** All time in which both are heard, back-channels included. */
  double seconds(List<Turn> turns, @Nullable AudioAnalysis analysis) {
    return TimeSpans.seconds(
        TimeSpans.intersection(
            spans(Speaking.of(Role.AGENT, turns, analysis, settings.breath())),
            spans(Speaking.of(Role.CUSTOMER, turns, analysis, settings.breath()))));
  }

  private static List<Span> spans(List<Speaking> speaking) {
    return TimeSpans.union(speaking.stream().map(Speaking::span).toList(), 0);
  }
}
