package earshot.measure;

import earshot.audio.speech.AudioAnalysis;
import earshot.audio.speech.ChannelAnalysis;
import earshot.audio.speech.Span;
import earshot.call.Event;
import earshot.call.Role;
import earshot.call.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the holds of a recorded call: music, or silence after the agent asked to wait. What the
 * customer hears before the agent first speaks is the queue and no hold.
 */
public final class HoldFinder {
  private final Predicate<Turn> asksToWait;
  private final MeasureSettings settings;

  /**
   * @param asksToWait whether an agent's turn asks the customer to wait; phrases belong to the
   *     language
   */
  public HoldFinder(Predicate<Turn> asksToWait) {
    this(asksToWait, MeasureSettings.DEFAULT);
  }

  HoldFinder(Predicate<Turn> asksToWait, MeasureSettings settings) {
    this.asksToWait = asksToWait;
    this.settings = settings;
  }

  /**
   * The holds, ordered, not overlapping.
   *
   * @param turns of the call, ordered
   * @param holdChannel channel on which hold music plays: the agent's, or the only one
   */
  public List<Event> find(List<Turn> turns, AudioAnalysis analysis, int holdChannel) {
    List<Span> holds = new ArrayList<>();
    for (Span music : music(analysis.channels().get(holdChannel))) {
      if (music.seconds() >= settings.holdMusic() && duringTheCall(music, turns)) {
        holds.add(music);
      }
    }
    holds.addAll(silentHolds(turns, analysis));
    return TimeSpans.union(holds, settings.holdBreak()).stream()
        .map(span -> new Event(Event.Kind.HOLD, span.start(), span.end(), null))
        .sorted(Comparator.comparingDouble(Event::start))
        .toList();
  }

  /** Beeps and rests between two pieces belong to the hold they are heard in. */
  private List<Span> music(ChannelAnalysis channel) {
    return TimeSpans.union(channel.music(), settings.holdBreak());
  }

  /** Whether the agent has spoken: what plays before that is the queue, notices included. */
  private static boolean duringTheCall(Span music, List<Turn> turns) {
    return turns.stream().anyMatch(turn -> mayAsk(turn) && turn.start() < music.start());
  }

  private List<Span> silentHolds(List<Turn> turns, AudioAnalysis analysis) {
    List<Span> sounds = new ArrayList<>();
    for (ChannelAnalysis channel : analysis.channels()) {
      sounds.addAll(channel.speech());
      sounds.addAll(channel.music());
    }
    List<Span> holds = new ArrayList<>();
    for (Span silence : TimeSpans.complement(TimeSpans.union(sounds, 0), analysis.seconds())) {
      boolean goesOn = silence.end() < analysis.seconds();
      if (goesOn && silence.seconds() >= settings.holdSilence() && asked(silence, turns)) {
        holds.add(silence);
      }
    }
    return holds;
  }

  /** Whether the agent asked to wait shortly before and has not spoken since. */
  private boolean asked(Span silence, List<Turn> turns) {
    for (int i = turns.size() - 1; i >= 0; i--) {
      Turn turn = turns.get(i);
      if (turn.start() < silence.start() && mayAsk(turn)) {
        if (silence.start() - turn.end() > settings.holdAnswer()) {
          return false;
        }
        if (asksToWait.test(turn)) {
          return true;
        }
        if (turn.role() == Role.AGENT) {
          return false;
        }
      }
    }
    return false;
  }

  private static boolean mayAsk(Turn turn) {
    return turn.role() == Role.AGENT || turn.role() == Role.UNKNOWN;
  }
}
