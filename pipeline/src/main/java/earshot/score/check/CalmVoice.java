package earshot.score.check;

import earshot.call.Evidence;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.score.talk.Conversation;
import java.util.List;
import java.util.Locale;

/** No agent turn is much louder than the agent's own median turn. */
final class CalmVoice extends MetricCheck {
  private static final int FEWEST_TURNS = 4;
  private static final double SHORTEST_TURN_SECONDS = 1;
  private static final double LOUDER_DB = 8;

  CalmVoice() {
    super(1);
  }

  @Override
  public Verdict answer(Case call) {
    Conversation talk = call.talk();
    if (talk.counted(Role.AGENT).size() < FEWEST_TURNS) {
      return Verdict.notApplicable("The agent has fewer than four turns.");
    }
    List<Turn> measured =
        talk.heard().stream()
            .filter(t -> t.role() == Role.AGENT && t.seconds() >= SHORTEST_TURN_SECONDS)
            .filter(t -> t.levelDbfs() != null)
            .toList();
    if (measured.size() < 2) {
      return Verdict.unknown("Loudness was not measured on this call.");
    }
    double median = median(measured.stream().map(CalmVoice::level).sorted().toList());
    List<Evidence> loud =
        measured.stream()
            .filter(t -> level(t) >= median + LOUDER_DB)
            .map(t -> evidence(t, level(t) - median))
            .toList();
    double most = measured.stream().mapToDouble(t -> level(t) - median).max().orElse(0);
    return loud.isEmpty()
        ? Verdict.shown(
            true,
            String.format(
                Locale.ROOT,
                "The agent's loudest turn is %.0f dB above the agent's usual level.",
                most),
            List.of())
        : Verdict.shown(
            false,
            String.format(
                Locale.ROOT, "The agent gets %.0f dB louder than the agent's usual level.", most),
            loud);
  }

  private static double level(Turn turn) {
    Double level = turn.levelDbfs();
    return level == null ? Double.NaN : level;
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static Evidence evidence(Turn turn, double above) {
    return new Evidence(
        Role.AGENT,
        turn.start(),
        turn.end(),
        String.format(Locale.ROOT, "%s (%.1f dB above the median)", turn.text(), above));
  }
}
