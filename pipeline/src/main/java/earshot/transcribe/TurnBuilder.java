package earshot.transcribe;

import earshot.audio.speech.ChannelAnalysis;
import earshot.audio.speech.Span;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes turns of speech segments and words.
 *
 * <p>A turn begins and ends where speech was heard, which is more exact than where words were
 * recognised. It is closed by a pause, or when the other party takes the floor in a shorter one.
 */
public final class TurnBuilder {
  /**
   * Thresholds, in seconds.
   *
   * @param pause a longer one ends a turn
   * @param floor speech of the other party from this length on takes the floor when it begins in a
   *     pause; shorter sounds may be back-channels
   * @param answer shorter sounds of the other party from this length on take the floor when they
   *     also end in the pause ("No.")
   * @param eager the other party may begin this much before the pause
   * @param mixedPause ends a turn where both parties are on one channel, and is looked for between
   *     words: who answers leaves no longer one
   * @param unrecognised shortest speech without a recognised word that is kept as a turn
   */
  public record Settings(
      double pause,
      double floor,
      double answer,
      double eager,
      double mixedPause,
      double unrecognised) {
    /**
     * Measured on 22 labelled stereo calls: 323 of 329 turns come out as labelled, none is split.
     * With pauses from 0.7 to 1.5 s it is 321 to 323; without the rule for short answers, 310.
     */
    public static final Settings DEFAULT = new Settings(1.0, 0.6, 0.25, 0.2, 0.3, 0.6);
  }

  /**
   * What was heard and recognised on one channel.
   *
   * @param words ordered, in seconds of the recording
   */
  public record Heard(Role role, int channel, ChannelAnalysis analysis, List<Word> words) {
    public Heard {
      words = List.copyOf(words);
    }
  }

  private final Settings settings;

  public TurnBuilder() {
    this(Settings.DEFAULT);
  }

  TurnBuilder(Settings settings) {
    this.settings = settings;
  }

  /** The turns of all channels, ordered by start. */
  public List<Turn> build(List<Heard> channels) {
    List<Turn> turns = new ArrayList<>();
    for (Heard heard : channels) {
      List<Span> others =
          channels.stream()
              .filter(other -> other != heard)
              .flatMap(other -> other.analysis().speech().stream())
              .filter(span -> span.seconds() >= settings.answer())
              .toList();
      turns.addAll(turns(heard, others));
    }
    turns.sort(Comparator.comparingDouble(Turn::start).thenComparing(Turn::channel));
    return turns;
  }

  private List<Turn> turns(Heard heard, List<Span> others) {
    boolean mixed = heard.role() == Role.UNKNOWN;
    List<List<Span>> groups =
        mixed
            ? groups(cut(heard.analysis().speech(), heard.words()), others, settings.mixedPause())
            : groups(heard.analysis().speech(), others, settings.pause());
    List<List<Word>> words = share(heard.words(), groups);
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      double speech = groups.get(i).stream().mapToDouble(Span::seconds).sum();
      if (!words.get(i).isEmpty() || speech >= settings.unrecognised()) {
        turns.add(turn(heard, groups.get(i), words.get(i)));
      }
    }
    return turns;
  }

  /** Speech segments, grouped into turns. */
  private List<List<Span>> groups(List<Span> speech, List<Span> others, double pause) {
    List<List<Span>> groups = new ArrayList<>();
    @Nullable Span last = null;
    for (Span span : speech) {
      if (last == null || ends(last.end(), span.start(), others, pause)) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(span);
      last = span;
    }
    return groups;
  }

  /** Segments, cut where their words leave a pause. */
  private List<Span> cut(List<Span> speech, List<Word> words) {
    List<Span> cut = new ArrayList<>();
    for (Span span : speech) {
      double start = span.start();
      for (int i = 1; i < words.size(); i++) {
        double from = words.get(i - 1).end();
        double to = words.get(i).start();
        if (from > start && to < span.end() && to - from >= settings.mixedPause()) {
          cut.add(new Span(start, from));
          start = to;
        }
      }
      cut.add(new Span(start, span.end()));
    }
    return cut;
  }

  /** Whether a turn ends in a pause. */
  private boolean ends(double from, double to, List<Span> others, double pause) {
    if (to - from >= pause) {
      return true;
    }
    double eager = settings.eager();
    return others.stream()
        .filter(other -> other.start() >= from - eager && other.start() < to)
        .anyMatch(other -> other.seconds() >= settings.floor() || other.end() <= to + eager);
  }

  /** Each word goes to the turn in which its middle lies, or to the nearest. */
  private static List<List<Word>> share(List<Word> words, List<List<Span>> groups) {
    List<List<Word>> shared =
        groups.stream()
            .map(group -> new ArrayList<Word>())
            .collect(Collectors.toCollection(ArrayList::new));
    int group = 0;
    for (Word word : words) {
      double middle = (word.start() + word.end()) / 2;
      while (group + 1 < groups.size()
          && distance(groups.get(group + 1), middle) <= distance(groups.get(group), middle)) {
        group++;
      }
      if (group < shared.size()) {
        shared.get(group).add(word);
      }
    }
    return shared;
  }

  private static double distance(List<Span> group, double moment) {
    double start = group.get(0).start();
    double end = group.get(group.size() - 1).end();
    return Math.max(0, Math.max(start - moment, moment - end));
  }

  private static Turn turn(Heard heard, List<Span> speech, List<Word> words) {
    Span span = new Span(speech.get(0).start(), speech.get(speech.size() - 1).end());
    List<Word> inside = inside(span, words);
    return new Turn(
        heard.role(),
        heard.channel(),
        span.start(),
        span.end(),
        inside.stream().map(Word::word).collect(Collectors.joining(" ")),
        inside.stream().mapToDouble(Word::confidence).average().orElse(0),
        inside,
        TurnLevel.dbfs(heard.analysis(), speech));
  }

  /** The words with their times inside the turn, and none starting before the one before it. */
  private static List<Word> inside(Span turn, List<Word> words) {
    List<Word> inside = new ArrayList<>();
    double earliest = turn.start();
    for (Word word : words) {
      double start = Math.min(turn.end(), Math.max(earliest, word.start()));
      double end = Math.min(turn.end(), Math.max(start, word.end()));
      inside.add(new Word(word.word(), start, end, word.confidence()));
      earliest = start;
    }
    return inside;
  }
}
