package earshot.workbench.team;

import earshot.workbench.team.Selection.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * In which order agents stand below each other. Those with too few scored calls come last in each:
 * a few calls make the highest and the lowest means, by chance.
 */
enum AgentOrder {
  TEAM("team and name"),
  LOWEST("lowest score");

  private final String label;

  AgentOrder(String label) {
    this.label = label;
  }

  /** An agent with the sums of the days. */
  record Summed(Group group, Tally tally) {
    private double mean() {
      return tally.scores().mean().orElse(Double.POSITIVE_INFINITY);
    }
  }

  /** By its name in an address; the first where there is none such. */
  static AgentOrder of(String name) {
    return LOWEST.id().equals(name) ? LOWEST : TEAM;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label() {
    return label;
  }

  /**
   * Sums up and orders.
   *
   * @param groups by team and name
   * @param enough scored calls that can be compared
   */
  List<Summed> of(List<Group> groups, int enough) {
    List<Summed> agents = new ArrayList<>();
    groups.forEach(group -> agents.add(new Summed(group, Tally.of(group.days()))));
    Comparator<Summed> fewLast = Comparator.comparing(a -> a.tally().scores().n() < enough);
    agents.sort(this == LOWEST ? fewLast.thenComparingDouble(Summed::mean) : fewLast);
    return agents;
  }
}
