package earshot.workbench.call;

import earshot.call.CallRecord;
import earshot.call.Event;
import earshot.call.MachineTurn;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The transcript column: turns, and the events between them. */
final class TranscriptLines {
  /** A word heard with less confidence may be another: shown with a dotted line. */
  static final double DOUBTFUL = 0.5;

  /** Shorter silences are only drawn on the waveform. */
  private static final double SILENCE_SECONDS = 2;

  private TranscriptLines() {}

  private record Placed(double start, CallView.Line line) {}

  static List<CallView.Line> of(CallRecord call) {
    List<Placed> lines = new ArrayList<>();
    List<Turn> turns = call.transcript().turns();
    boolean all = turns.stream().allMatch(TranscriptLines::named);
    for (Turn turn : turns) {
      lines.add(new Placed(turn.start(), said(turn, all || !named(turn) ? null : note(turn))));
    }
    for (Event event : call.events()) {
      if (event.kind() != Event.Kind.SILENCE || event.seconds() >= SILENCE_SECONDS) {
        lines.add(new Placed(event.start(), happened(event)));
      }
    }
    return lines.stream()
        .sorted(Comparator.comparingDouble(Placed::start))
        .map(Placed::line)
        .toList();
  }

  static String name(Role role) {
    return switch (role) {
      case AGENT -> "Agent";
      case CUSTOMER -> "Customer";
      case ANNOUNCEMENT -> "Announcement";
      case UNKNOWN -> "Speaker";
    };
  }

  static String label(Event event) {
    String length = Clock.length(event.seconds());
    return switch (event.kind()) {
      case HOLD -> "On hold, " + length;
      case SILENCE -> "Silence, " + length;
      case OVERTALK ->
          (event.role() == Role.CUSTOMER
                  ? "Customer talks over the agent, "
                  : event.role() == Role.AGENT
                      ? "Agent talks over the customer, "
                      : "Both talk at once, ")
              + length;
    };
  }

  private static CallView.Happened happened(Event event) {
    return new CallView.Happened(
        event.kind().id(), Clock.at(event.start()), Clock.number(event.start()), label(event));
  }

  private static CallView.Said said(Turn turn, @Nullable String note) {
    return new CallView.Said(
        turn.role().id(),
        name(turn.role()),
        note,
        turn.channel(),
        Clock.at(turn.start()),
        Clock.number(turn.start()),
        Clock.number(turn.end()),
        words(turn));
  }

  /** Whether a person said that another speaks than the machine heard. */
  static boolean named(Turn turn) {
    MachineTurn machine = turn.machine();
    return machine != null && machine.role() != turn.role();
  }

  private static String note(Turn turn) {
    MachineTurn machine = turn.machine();
    return machine == null || machine.role() == Role.UNKNOWN
        ? "named by a person"
        : "named by a person; heard as " + machine.role().id();
  }

  /**
   * A transcript that people wrote spells and punctuates better than its words do: where both have
   * as many words, its text is shown with their times.
   */
  private static List<CallView.Spoken> words(Turn turn) {
    List<String> spelled = turn.spelled();
    List<Word> words = turn.words();
    List<CallView.Spoken> spoken = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      spoken.add(spoken(words.get(i), spelled.get(i)));
    }
    if (words.isEmpty() && !turn.text().isBlank()) {
      String start = Clock.number(turn.start());
      String end = Clock.number(turn.end());
      spoken.add(new CallView.Spoken(turn.text(), start, end, false, false, null));
    }
    return spoken;
  }

  private static CallView.Spoken spoken(Word word, String written) {
    boolean doubtful = !word.redacted() && word.confidence() < DOUBTFUL;
    return new CallView.Spoken(
        word.redacted() ? written.replaceAll("[\\[\\]]", "").replace('-', ' ') : written,
        Clock.number(word.start()),
        Clock.number(word.end()),
        doubtful,
        word.redacted(),
        hint(word, doubtful));
  }

  private static @Nullable String hint(Word word, boolean doubtful) {
    if (word.redacted()) {
      return "Taken out and muted";
    }
    return doubtful
        ? String.format(Locale.ROOT, "Heard with %.0f %% confidence", 100 * word.confidence())
        : null;
  }
}
