package earshot.workbench.team;

import earshot.data.DataFolder;
import earshot.query.Condition;
import earshot.report.OutcomeNumbers;
import earshot.score.form.Form;
import earshot.stats.Minimums;
import earshot.workbench.account.Role;
import earshot.workbench.account.SignedIn;
import earshot.workbench.web.Access;
import earshot.workbench.web.Cost;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Links;
import earshot.workbench.web.Moment;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Routes;
import earshot.workbench.web.Sentence;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** {@code /team}: figures of teams and agents; an agent gets the own page only. */
public final class TeamFeature implements Feature {
  private final Pages pages;
  private final FigureCache cache;
  private final TeamViews views;
  private final Trends trends;
  private final BooleanSupplier behind;
  private final LeftOut leftOut;

  /**
   * @param leftOut scorecards that are in no figure of a reader
   * @param behind whether the tables do not hold the last decisions yet
   */
  public TeamFeature(
      Pages pages, DataFolder folder, List<Form> forms, BooleanSupplier behind, LeftOut leftOut) {
    Minimums minimums = Minimums.shipped();
    this.pages = pages;
    this.cache = new FigureCache(folder);
    this.views = new TeamViews(minimums, forms);
    this.trends = new Trends(minimums, OutcomeNumbers.shipped());
    this.behind = behind;
    this.leftOut = leftOut;
    cache.readAhead(7 * TeamAddress.USUAL_WEEKS);
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/team", Access.SIGNED_IN, this::team)
        .costs(Cost.SEARCH)
        .nav(who -> who.role() == Role.AGENT ? "My figures" : "Team", "/team");
    routes.get("/team/agents/{agent_id}", Access.SIGNED_IN, this::agent).costs(Cost.SEARCH);
  }

  private Selection selection(
      TeamAddress asked, Map<LocalDate, Set<DayReader.Card>> left, SignedIn who)
      throws IOException {
    LocalDate newest = cache.newest().orElse(LocalDate.EPOCH);
    return Selection.of(period -> cache.cells(period, left), newest, asked.wish(), who.scope());
  }

  private void team(Context http, SignedIn who) throws IOException {
    if (who.role() == Role.AGENT) {
      String id = who.account().agentId();
      if (id == null) {
        throw new NotFoundResponse("no agent");
      }
      http.redirect("/team/agents/" + Links.segment(id));
      return;
    }
    TeamAddress asked = TeamAddress.of(http);
    Map<LocalDate, Set<DayReader.Card>> left = leftOut.of(who.account());
    Selection selected = selection(asked, left, who);
    Map<String, String> questions = views.questions(selected);
    String question = questions.containsKey(asked.question()) ? asked.question() : "";
    CallQuery all = selected.query();
    String to = asked.query(selected.form(), selected.team(), "");
    List<TeamView.ScoreRow> agents = new ArrayList<>();
    List<TeamView.HeatRow> heat = new ArrayList<>();
    for (AgentOrder.Summed summed : asked.order().of(selected.agents(), views.enough())) {
      Selection.Group group = summed.group();
      AgentDay.Agent agent = group.agent();
      Tally tally = summed.tally();
      CallQuery calls = all.of(agent, selected.ids(), selected.names());
      String path = TeamViews.path(agent, to);
      String teams = String.join(", ", group.teams());
      agents.add(views.row(agent.label(), path, teams, tally, calls, selected.form()));
      heat.add(heat(agent.label(), path, false, questions, tally, calls));
    }
    heat.add(heat("All", null, true, questions, Tally.of(selected.cells()), all));
    TeamView.Team view =
        new TeamView.Team(
            head(
                "/team",
                asked,
                selected,
                question,
                selected.teams().size() > 1,
                LeftOut.notes(left, selected)),
            selected.cells().isEmpty(),
            trendTitle(selected, questions, question),
            trend(selected, question, selected.cells(), all),
            teams(selected, asked),
            agents,
            views.fewLast(agents),
            orders(asked.order()),
            columns(questions, question, "/team", asked, selected),
            heat);
    pages.show(http, who, "Team" + about(selected, question), "team/team.jte", view);
  }

  /** What tells one tab from another. */
  private String about(Selection selected, String question) {
    String team = selected.team() == null ? "" : " " + selected.teams().get(selected.team());
    return team + ", " + views.title(selected.form()) + (question.isEmpty() ? "" : ", " + question);
  }

  private static List<TeamView.Choice> orders(AgentOrder chosen) {
    return Arrays.stream(AgentOrder.values())
        .map(order -> new TeamView.Choice(order.id(), order.label(), order == chosen))
        .toList();
  }

  private TeamView.Trend trend(
      Selection selected, String question, List<AgentDay> days, CallQuery calls) {
    return question.isEmpty()
        ? trends.scores(selected, days, calls)
        : trends.shares(selected, question, days, calls);
  }

  private String trendTitle(Selection selected, Map<String, String> questions, String question) {
    return question.isEmpty()
        ? "Mean " + views.title(selected.form()) + " score by week"
        : "Share of YES by week, per cent: " + questions.get(question);
  }

  private TeamView.HeatRow heat(
      String name,
      @Nullable String path,
      boolean total,
      Map<String, String> questions,
      Tally tally,
      CallQuery calls) {
    List<TeamView.Cell> cells = new ArrayList<>();
    questions.keySet().forEach(id -> cells.add(views.cell(name, id, tally, calls)));
    return new TeamView.HeatRow(name, path, total, cells);
  }

  private List<TeamView.ScoreRow> teams(Selection selected, TeamAddress asked) {
    List<TeamView.ScoreRow> rows = new ArrayList<>();
    List<String> names = List.copyOf(selected.teams().keySet());
    for (Selection.Group group : selected.byTeam()) {
      String team = group.agent().team();
      CallQuery calls = selected.byVersion(CallQuery.all().between(selected.from(), selected.to()));
      String name = team == null ? "(no team)" : selected.teams().get(group.agent().teamKey());
      String path = team == null ? null : "/team" + asked.query(selected.form(), team, "");
      rows.add(
          views.row(
              String.valueOf(name),
              path,
              "",
              Tally.of(group.days()),
              calls.team(team, names),
              selected.form()));
    }
    return rows;
  }

  private static List<TeamView.Column> columns(
      Map<String, String> questions,
      String question,
      String path,
      TeamAddress asked,
      Selection selected) {
    List<TeamView.Column> columns = new ArrayList<>();
    questions.forEach(
        (id, text) ->
            columns.add(
                new TeamView.Column(
                    id,
                    text,
                    path + asked.query(selected.form(), selected.team(), id) + "#trend",
                    id.equals(question))));
    return columns;
  }

  private TeamView.Head head(
      String path,
      TeamAddress asked,
      Selection selected,
      String question,
      boolean severalTeams,
      List<String> withheld) {
    List<TeamView.Tab> forms = new ArrayList<>();
    for (String form : selected.forms()) {
      forms.add(
          new TeamView.Tab(
              views.title(form),
              path + asked.query(form, selected.team(), ""),
              form.equals(selected.form())));
    }
    List<TeamView.Choice> teams = new ArrayList<>();
    if (severalTeams) {
      teams.add(new TeamView.Choice("", "all teams", selected.team() == null));
      selected
          .teams()
          .forEach((k, name) -> teams.add(new TeamView.Choice(k, name, k.equals(selected.team()))));
    }
    List<TeamView.Choice> weeks = new ArrayList<>();
    for (int n : TeamAddress.WEEKS) {
      weeks.add(new TeamView.Choice(Integer.toString(n), n + " weeks", n == asked.wish().weeks()));
    }
    List<String> notes = new ArrayList<>(views.notes(selected));
    notes.addAll(withheld);
    if (behind.getAsBoolean()) {
      notes.add("The last decisions are not in these figures yet; they follow within seconds.");
    }
    return new TeamView.Head(
        path,
        selected.form(),
        views.title(selected.form()),
        forms,
        teams,
        weeks,
        question,
        Sentence.of(Moment.of(selected.from()), " to ", Moment.of(selected.to())),
        notes);
  }

  private void agent(Context http, SignedIn who) throws IOException {
    TeamAddress asked = TeamAddress.of(http);
    Map<LocalDate, Set<DayReader.Card>> left = leftOut.of(who.account());
    Selection selected = selection(asked, left, who);
    String id = "#" + Condition.Is.normal(http.pathParam("agent_id"));
    Selection.Group group =
        selected.agents().stream()
            .filter(g -> g.agent().key().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFoundResponse("no such agent"));
    AgentDay.Agent agent = group.agent();
    CallQuery calls = selected.query().of(agent, selected.ids(), selected.names());
    Tally own = Tally.of(group.days());
    List<AgentDay> others =
        selected.cells().stream()
            .filter(c -> group.teams().contains(String.valueOf(c.agent().team())))
            .filter(c -> !c.agent().key().equals(id))
            .toList();
    Tally rest = who.role() == Role.AGENT || others.isEmpty() ? null : Tally.of(others);
    Map<String, String> questions = views.questions(selected);
    String question = questions.containsKey(asked.question()) ? asked.question() : "";
    String path = "/team/agents/" + Links.segment(String.valueOf(agent.id()));
    List<TeamView.QuestionRow> rows = new ArrayList<>();
    questions.forEach(
        (q, text) ->
            rows.add(
                views.question(
                    q,
                    text,
                    path + asked.query(selected.form(), selected.team(), q) + "#trend",
                    own,
                    rest,
                    calls)));
    String teams = String.join(", ", group.teams());
    TeamView.Agent view =
        new TeamView.Agent(
            head(
                path,
                asked,
                selected,
                question,
                group.teams().size() > 1,
                LeftOut.notes(left, selected)),
            agent.label(),
            "/team" + asked.query(selected.form(), selected.team(), question),
            teams,
            own.calls() == 0 ? null : calls.link(),
            trendTitle(selected, questions, question),
            trend(selected, question, group.days(), calls),
            views.row(agent.label(), null, teams, own, calls, selected.form()),
            rest == null ? null : rest(rest, selected),
            rest != null,
            rows);
    pages.show(http, who, agent.label() + about(selected, question), "team/agent.jte", view);
  }

  /** Without links: the query of the rest of a team would name all others. */
  private TeamView.ScoreRow rest(Tally rest, Selection selected) {
    TeamView.ScoreRow row =
        views.row("Rest of the team", null, "", rest, CallQuery.all(), selected.form());
    return new TeamView.ScoreRow(
        row.name(),
        null,
        "",
        new TeamView.Count(row.calls().text(), null),
        new TeamView.Count(row.n().text(), null),
        row.mean(),
        row.interval(),
        row.bar(),
        row.few(),
        new TeamView.Count(row.fails().text(), null));
  }
}
