package earshot.workbench.team;

import earshot.query.Condition;
import earshot.table.Period;
import earshot.workbench.account.Scope;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures a page is about: one form in its newest version, whole weeks, what the reader may
 * see.
 *
 * @param from a Monday
 * @param to a Sunday
 * @param forms there are, in all that the reader may see
 * @param teams likewise, as spelt; the selected one is {@code team}
 * @param team as filters compare it; null for all
 * @param ids of all agents in the scope, for queries about those without one
 * @param names of the agents without an id
 * @param version newest of the form; 0 where it has no figures
 * @param older calls left out, by version
 */
record Selection(
    LocalDate from,
    LocalDate to,
    SortedSet<String> forms,
    SortedMap<String, String> teams,
    @Nullable String team,
    String form,
    int version,
    SortedMap<Integer, Integer> older,
    List<String> ids,
    List<String> names,
    List<AgentDay> cells) {

  /** What somebody chose in the form on top of the page. */
  record Wish(int weeks, String form, @Nullable String team) {}

  /** Where the figures of a period come from. */
  @FunctionalInterface
  interface Figures {
    List<AgentDay> cells(Period period) throws IOException;
  }

  static Selection of(Figures figures, LocalDate newest, Wish wish, Scope scope)
      throws IOException {
    LocalDate to = newest.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    LocalDate from = week(newest).minusWeeks(wish.weeks() - 1L);
    List<AgentDay> seen =
        figures.cells(new Period(from, to)).stream()
            .filter(c -> scope.sees(c.agent().id(), c.agent().team()))
            .toList();
    SortedSet<String> forms = new TreeSet<>();
    SortedMap<String, String> teams = new TreeMap<>();
    SortedSet<String> ids = new TreeSet<>();
    SortedSet<String> names = new TreeSet<>();
    for (AgentDay cell : seen) {
      forms.add(cell.form());
      String team = cell.agent().team();
      if (team != null) {
        teams.putIfAbsent(cell.agent().teamKey(), team);
      }
      String id = cell.agent().id();
      String name = cell.agent().name();
      if (id != null) {
        ids.add(Condition.Is.normal(id));
      } else if (name != null) {
        names.add(Condition.Is.normal(name));
      }
    }
    String form = forms.contains(wish.form()) || forms.isEmpty() ? wish.form() : preferred(forms);
    String wished = wish.team() == null ? null : Condition.Is.normal(wish.team());
    String team = wished != null && teams.containsKey(wished) ? wished : null;
    List<AgentDay> ofForm = seen.stream().filter(c -> c.form().equals(form)).toList();
    int version = ofForm.stream().mapToInt(AgentDay::version).max().orElse(0);
    SortedMap<Integer, Integer> older = new TreeMap<>();
    ofForm.stream()
        .filter(c -> c.version() != version)
        .forEach(c -> older.merge(c.version(), c.calls(), Integer::sum));
    List<AgentDay> cells =
        ofForm.stream()
            .filter(c -> c.version() == version)
            .filter(c -> team == null || c.agent().teamKey().equals(team))
            .toList();
    return new Selection(
        from,
        to,
        forms,
        teams,
        team,
        form,
        version,
        older,
        List.copyOf(ids),
        List.copyOf(names),
        cells);
  }

  private static String preferred(SortedSet<String> forms) {
    return forms.contains(TeamAddress.FIRST_FORM) ? TeamAddress.FIRST_FORM : forms.first();
  }

  static LocalDate week(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** The calls of the selection: what every narrower query begins with. */
  CallQuery query() {
    CallQuery query = CallQuery.all().between(from, to);
    if (team != null) {
      query = query.team(team, List.of());
    }
    return byVersion(query);
  }

  /** Versions are told apart only where there are several. */
  CallQuery byVersion(CallQuery query) {
    return older.isEmpty() ? query : query.version(form, version);
  }

  /** The agents with their days, by team and label; those that are not known come last. */
  List<Group> agents() {
    return groups(c -> c.agent().key()).stream()
        .sorted(
            Comparator.comparing((Group g) -> g.agent().key().isEmpty())
                .thenComparing(g -> g.agent().teamKey().isEmpty())
                .thenComparing(g -> g.agent().teamKey())
                .thenComparing(g -> g.agent().label()))
        .toList();
  }

  /** The teams with their days; those without a team last. */
  List<Group> byTeam() {
    return groups(c -> c.agent().teamKey()).stream()
        .sorted(
            Comparator.comparing((Group g) -> g.agent().teamKey().isEmpty())
                .thenComparing(g -> g.agent().teamKey()))
        .toList();
  }

  /** Days that belong together; the agent is the one of the last of them. */
  record Group(AgentDay.Agent agent, SortedSet<String> teams, List<AgentDay> days) {}

  private List<Group> groups(Function<AgentDay, String> key) {
    Map<String, List<AgentDay>> groups = new LinkedHashMap<>();
    for (AgentDay cell : cells) {
      groups.computeIfAbsent(key.apply(cell), k -> new ArrayList<>()).add(cell);
    }
    List<Group> all = new ArrayList<>();
    for (List<AgentDay> days : groups.values()) {
      SortedSet<String> teams = new TreeSet<>();
      days.stream().map(d -> d.agent().team()).filter(t -> t != null).forEach(teams::add);
      all.add(new Group(days.get(days.size() - 1).agent(), teams, days));
    }
    return all;
  }

  /** The days by week; weeks without any are there, too. */
  static SortedMap<LocalDate, List<AgentDay>> weeks(
      LocalDate from, LocalDate to, List<AgentDay> days) {
    SortedMap<LocalDate, List<AgentDay>> weeks = new TreeMap<>();
    for (LocalDate week = from; week.isBefore(to); week = week.plusWeeks(1)) {
      weeks.put(week, new ArrayList<>());
    }
    for (AgentDay day : days) {
      weeks.computeIfAbsent(week(day.day()), w -> new ArrayList<>()).add(day);
    }
    return weeks;
  }
}
