package earshot.measure;

import earshot.audio.speech.AudioAnalysis;
import earshot.audio.speech.ChannelAnalysis;
import earshot.audio.speech.Span;
import earshot.call.Event;
import earshot.call.Metrics;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was measured on a call.
 *
 * @param events holds, silences and overtalk, ordered by start
 */
public record Measures(List<Event> events, Metrics metrics) {
  public Measures {
    events = List.copyOf(events);
  }

  /**
   * Measures a transcript: all that is known are the times of its turns.
   *
   * @param holds as given
   * @param seconds length of the call
   * @param separated whether each party can be heard alone; without it nobody talks over anybody
   */
  public static Measures of(
      List<Turn> turns, List<Event> holds, double seconds, boolean separated) {
    return of(turns, holds, seconds, separated, null, MeasureSettings.DEFAULT);
  }

  /**
   * Measures a recording, where pauses inside a turn are known and music is no silence.
   *
   * @param holds as found by {@link HoldFinder}
   */
  public static Measures of(
      List<Turn> turns, List<Event> holds, boolean separated, AudioAnalysis analysis) {
    return of(turns, holds, analysis.seconds(), separated, analysis, MeasureSettings.DEFAULT);
  }

  static Measures of(
      List<Turn> turns,
      List<Event> holds,
      double seconds,
      boolean separated,
      @Nullable AudioAnalysis analysis,
      MeasureSettings settings) {
    Overtalk overtalk = new Overtalk(settings);
    List<Event> overlaps = separated ? overtalk.find(turns, analysis) : List.of();
    List<Span> silences = silences(turns, holds, seconds, analysis);
    List<Event> events = new ArrayList<>(holds);
    events.addAll(overlaps);
    for (Span silence : silences) {
      if (silence.seconds() >= settings.silence()) {
        events.add(new Event(Event.Kind.SILENCE, silence.start(), silence.end(), null));
      }
    }
    events.sort(Comparator.comparingDouble(Event::start).thenComparing(Event::kind));
    Metrics metrics =
        new Metrics(
            talkSeconds(turns),
            TimeSpans.seconds(silences),
            separated ? overtalk.seconds(turns, analysis) : 0,
            interruptions(overlaps, separated, settings),
            wordsPerMinute(turns),
            meanConfidence(turns));
    return new Measures(events, metrics);
  }

  private static List<Span> silences(
      List<Turn> turns, List<Event> holds, double seconds, @Nullable AudioAnalysis analysis) {
    List<Span> sounds = new ArrayList<>();
    holds.forEach(hold -> sounds.add(new Span(hold.start(), hold.end())));
    turns.forEach(turn -> sounds.add(new Span(turn.start(), turn.end())));
    if (analysis != null) {
      for (ChannelAnalysis channel : analysis.channels()) {
        sounds.addAll(channel.speech());
        sounds.addAll(channel.music());
      }
    }
    return TimeSpans.complement(TimeSpans.union(sounds, 0), seconds);
  }

  private static Map<String, Double> talkSeconds(List<Turn> turns) {
    Map<String, Double> seconds = new TreeMap<>();
    turns.forEach(turn -> seconds.merge(turn.role().id(), turn.seconds(), Double::sum));
    return seconds;
  }

  private static Map<String, Integer> interruptions(
      List<Event> overlaps, boolean separated, MeasureSettings settings) {
    Map<String, Integer> counts = new TreeMap<>();
    if (separated) {
      counts.put(Role.AGENT.id(), 0);
      counts.put(Role.CUSTOMER.id(), 0);
      for (Event overlap : overlaps) {
        Role role = overlap.role();
        if (role != null && overlap.seconds() >= settings.interruption()) {
          counts.merge(role.id(), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  /** Words over the time of the turns that have words: what was not understood has no pace. */
  private static Map<String, Double> wordsPerMinute(List<Turn> turns) {
    Map<String, Double> seconds = new TreeMap<>();
    Map<String, Integer> words = new TreeMap<>();
    for (Turn turn : turns) {
      if (!turn.words().isEmpty()) {
        seconds.merge(turn.role().id(), turn.seconds(), Double::sum);
        words.merge(turn.role().id(), turn.words().size(), Integer::sum);
      }
    }
    Map<String, Double> pace = new TreeMap<>();
    seconds.forEach(
        (role, time) -> {
          if (time > 0) {
            pace.put(role, words.getOrDefault(role, 0) * 60 / time);
          }
        });
    return pace;
  }

  private static @Nullable Double meanConfidence(List<Turn> turns) {
    OptionalDouble mean =
        turns.stream()
            .flatMap(turn -> turn.words().stream())
            .mapToDouble(Word::confidence)
            .average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }
}
