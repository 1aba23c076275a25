package earshot.report;

import earshot.stats.Interval;
import earshot.stats.Minimums;
import earshot.stats.Sample;
import earshot.table.FormTally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sums up scorecards by agent, team or call type. Scorecards of one call come one after the other.
 * Not thread-safe.
 */
final class ScoreGroups {
  private static final String NOT_KNOWN = "(unknown)";

  private final Grouping by;
  private final Minimums minimums;
  private final Map<String, Group> groups = new HashMap<>();
  private final FormVersions versions = new FormVersions();
  private String lastCall = "";
  private long calls;

  ScoreGroups(Grouping by, Minimums minimums) {
    this.by = by;
    this.minimums = minimums;
  }

  /** The columns that say what a group is. */
  static List<String> keys(Grouping by) {
    return switch (by) {
      case AGENT -> List.of("agent_id", "agent_name", "team");
      case TEAM -> List.of("team");
      case CALL_TYPE -> List.of("call_type");
      case QUESTION -> throw new IllegalArgumentException("questions are not grouped by score");
    };
  }

  private static final class Group {
    private final Set<String> names = new TreeSet<>();
    private final Set<String> teams = new TreeSet<>();
    private final Map<String, Map<Integer, FormTally>> forms = new TreeMap<>();
    private long calls;
    private String lastCall = "";
  }

  void add(ScoredCall scored) {
    if (!scored.callId().equals(lastCall)) {
      calls++;
      lastCall = scored.callId();
    }
    Group group = groups.computeIfAbsent(id(scored), key -> new Group());
    if (!scored.callId().equals(group.lastCall)) {
      group.calls++;
      group.lastCall = scored.callId();
    }
    addTo(group.names, scored.agentName());
    addTo(group.teams, scored.team());
    group
        .forms
        .computeIfAbsent(scored.form(), key -> new TreeMap<>())
        .computeIfAbsent(scored.version(), key -> new FormTally())
        .add(scored.score(), scored.applies(), scored.coverage(), scored.autoFailProposed());
    versions.add(scored.form(), scored.version(), 1);
  }

  private static void addTo(Set<String> set, @Nullable String value) {
    if (value != null) {
      set.add(value);
    }
  }

  /** Agents without an id are told apart by name. */
  private String id(ScoredCall scored) {
    String id =
        switch (by) {
          case AGENT ->
              scored.agentId() != null
                  ? "#" + scored.agentId()
                  : scored.agentName() == null ? "" : "=" + scored.agentName();
          case TEAM -> scored.team();
          case CALL_TYPE -> scored.callType();
          case QUESTION -> throw new IllegalStateException("questions are not grouped by score");
        };
    return id == null ? "" : id;
  }

  long calls() {
    return calls;
  }

  List<String> notes() {
    return versions.notes();
  }

  /** Ordered by team and name, the unknown last; a form a row, newest version only. */
  List<ScoreRow> rows() {
    List<ScoreRow> rows = new ArrayList<>();
    groups.forEach(
        (id, group) ->
            group.forms.forEach(
                (form, tallies) ->
                    tallies.forEach(
                        (version, tally) -> {
                          if (versions.newest(form, version)) {
                            rows.add(row(id, group, form, version, tally));
                          }
                        })));
    rows.sort(
        Comparator.comparing((ScoreRow row) -> row.team().equals(NOT_KNOWN))
            .thenComparing(ScoreRow::team)
            .thenComparing(row -> row.group().equals(NOT_KNOWN))
            .thenComparing(ScoreRow::group)
            .thenComparing(ScoreRow::form));
    return rows;
  }

  private ScoreRow row(String id, Group group, String form, int version, FormTally tally) {
    Sample scores = tally.scores();
    Interval interval = scores.meanInterval().map(i -> i.within(0, 100)).orElse(null);
    Map<String, @Nullable String> keys = keys(id, group);
    String team = group.teams.isEmpty() ? NOT_KNOWN : String.join(", ", group.teams);
    return new ScoreRow(
        keys,
        label(keys),
        by == Grouping.AGENT ? team : "",
        group.calls,
        form,
        version,
        scores.n(),
        scores.mean().isPresent() ? scores.mean().getAsDouble() : null,
        interval,
        scores.n() < minimums.scores(),
        tally.coverage().mean().isPresent() ? tally.coverage().mean().getAsDouble() : null,
        tally.autoFails());
  }

  private Map<String, @Nullable String> keys(String id, Group group) {
    Map<String, @Nullable String> keys = new LinkedHashMap<>();
    if (by == Grouping.AGENT) {
      keys.put("agent_id", id.startsWith("#") ? id.substring(1) : null);
      keys.put("agent_name", group.names.isEmpty() ? null : String.join(", ", group.names));
      keys.put("team", group.teams.isEmpty() ? null : String.join(", ", group.teams));
    } else {
      keys.put(keys(by).get(0), id.isEmpty() ? null : id);
    }
    return keys;
  }

  private String label(Map<String, @Nullable String> keys) {
    if (by != Grouping.AGENT) {
      String only = keys.get(keys(by).get(0));
      return only == null ? NOT_KNOWN : only;
    }
    String name = keys.get("agent_name");
    String id = keys.get("agent_id");
    if (name == null) {
      return id == null ? NOT_KNOWN : id;
    }
    return id == null ? name : name + " (" + id + ")";
  }
}
