package earshot.score.check;

import earshot.call.Evidence;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.score.talk.Conversation;
import earshot.score.talk.Recognition;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The agent speaks neither too slowly nor too fast. */
final class ClearPace extends MetricCheck {
  private static final double LEAST_SPEECH_SECONDS = 15;
  private static final double SLOWEST = 100;
  private static final double FASTEST = 180;
  private static final double LEAST_RECOGNISED = 0.6;

  /** Nobody speaks slower; fewer words than that were missed by recognition. */
  private static final double SLOWEST_BELIEVABLE = 60;

  /** Recognition misses and invents words; so close to a limit it proves nothing. */
  private static final double MARGIN = 0.05;

  ClearPace() {
    super(2);
  }

  @Override
  public Verdict answer(Case call) {
    Conversation talk = call.talk();
    double seconds = 0;
    int words = 0;
    double last = 0;
    for (Turn turn : talk.turns()) {
      if (turn.role() == Role.AGENT) {
        seconds += turn.seconds();
        for (Word word : turn.words()) {
          if (redacted(word)) {
            seconds -= word.end() - word.start();
          } else {
            words++;
          }
        }
        last = Math.max(last, turn.end());
      }
    }
    if (seconds < LEAST_SPEECH_SECONDS) {
      return Verdict.notApplicable("The agent speaks for less than 15 seconds.");
    }
    Recognition heard = Recognition.of(talk, Set.of(Role.AGENT), 0, talk.seconds());
    if (heard.recognised() < LEAST_RECOGNISED) {
      return Verdict.unknown("Too little of the agent's speech was understood to count words.");
    }
    double pace = words * 60 / seconds;
    if (call.hearing().byMachine() && borderline(pace)) {
      return Verdict.unknown(
          "The pace is too close to a limit for words that a machine recognised.");
    }
    if (pace < SLOWEST_BELIEVABLE) {
      return Verdict.unknown("Too few of the agent's words were recognised to count them.");
    }
    boolean clear = pace >= SLOWEST && pace <= FASTEST;
    String text = String.format(Locale.ROOT, "%.0f words a minute", pace);
    return Verdict.shown(
        clear,
        String.format(
            Locale.ROOT, "The agent speaks %s; clear is %.0f to %.0f.", text, SLOWEST, FASTEST),
        List.of(new Evidence(Role.AGENT, 0, Math.max(last, 0), text)));
  }

  /** One word for many that were said: neither it nor its time tells a pace. */
  private static boolean redacted(Word word) {
    return word.word().startsWith("[") && word.word().endsWith("]");
  }

  private static boolean borderline(double pace) {
    return Math.abs(pace - SLOWEST) < MARGIN * SLOWEST
        || Math.abs(pace - FASTEST) < MARGIN * FASTEST;
  }
}
