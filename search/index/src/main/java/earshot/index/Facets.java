package earshot.index;

import java.util.List;

/**
 * How the calls that match spread over the values of their fields.
 *
 * @param total calls that match
 * @param facets ordered by field: teams, agents, types of call, answers, score bands, days, weeks
 */
public record Facets(long total, List<Facet> facets) {
  public Facets {
    facets = List.copyOf(facets);
  }

  /**
   * One field.
   *
   * @param field as in a filter; {@code week} for dates by week
   * @param counts of texts the most frequent first; of bands and dates in their order; none of 0
   */
  public record Facet(String field, List<Count> counts) {
    public Facet {
      counts = List.copyOf(counts);
    }
  }

  /**
   * One value of a field.
   *
   * @param value as shown
   * @param query the filter that leaves these calls only
   */
  public record Count(String value, long calls, String query) {}

  /** The facet of a field; empty counts when no call has a value. */
  public Facet of(String field) {
    return facets.stream()
        .filter(f -> f.field().equals(field))
        .findFirst()
        .orElse(new Facet(field, List.of()));
  }
}
