package earshot.workbench.team;

import earshot.workbench.web.Moment;
import earshot.workbench.web.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of teams and agents show. Figures come as text, links may be missing. */
public final class TeamView {
  private TeamView() {}

  /**
   * The form on top of the page.
   *
   * @param teams to choose from; empty where there is nothing to choose
   * @param notes what a reader must know of the figures
   */
  public record Head(
      String path,
      String form,
      String formTitle,
      List<Tab> forms,
      List<Choice> teams,
      List<Choice> weeks,
      String question,
      Sentence period,
      List<String> notes) {
    public Head {
      forms = List.copyOf(forms);
      teams = List.copyOf(teams);
      weeks = List.copyOf(weeks);
      notes = List.copyOf(notes);
    }
  }

  /** A form to look at. */
  public record Tab(String title, String path, boolean current) {}

  /** Something to choose. */
  public record Choice(String value, String text, boolean selected) {}

  /**
   * The page of the teams.
   *
   * @param trendTitle what the chart shows
   * @param fewLast why some agents stand below the others; empty where none do
   * @param orders of the agents
   * @param columns of the heat map
   */
  public record Team(
      Head head,
      boolean empty,
      String trendTitle,
      Trend trend,
      List<ScoreRow> teams,
      List<ScoreRow> agents,
      String fewLast,
      List<Choice> orders,
      List<Column> columns,
      List<HeatRow> heat) {
    public Team {
      teams = List.copyOf(teams);
      agents = List.copyOf(agents);
      orders = List.copyOf(orders);
      columns = List.copyOf(columns);
      heat = List.copyOf(heat);
    }
  }

  /**
   * The page of an agent.
   *
   * @param back the page of the teams with the same choice
   * @param compared whether the rest of the team stands beside it
   */
  public record Agent(
      Head head,
      String name,
      String back,
      String about,
      @Nullable String calls,
      String trendTitle,
      Trend trend,
      ScoreRow own,
      @Nullable ScoreRow rest,
      boolean compared,
      List<QuestionRow> questions) {
    public Agent {
      questions = List.copyOf(questions);
    }
  }

  /** A number and where its calls are; no link where there are none or no query finds them. */
  public record Count(String text, @Nullable String link) {}

  /**
   * The figures of a team or an agent.
   *
   * @param path of the page about it; null where there is none
   * @param bar null without an interval
   */
  public record ScoreRow(
      String name,
      @Nullable String path,
      String team,
      Count calls,
      Count n,
      String mean,
      String interval,
      @Nullable Bar bar,
      boolean few,
      Count fails) {}

  /** An interval on a scale of 100 units. */
  public record Bar(String low, String width, String value) {}

  /** A question over its column. */
  public record Column(String id, String text, String path, boolean current) {}

  /** A row of the heat map. */
  public record HeatRow(String name, @Nullable String path, boolean total, List<Cell> cells) {
    public HeatRow {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell of the heat map.
   *
   * @param share such as {@code 62 %}; empty where nothing was answered YES or NO
   * @param shade 0, nearly all YES, to 4; {@code few} below the minimum; {@code none}
   * @param says the same in words
   */
  public record Cell(String share, long n, String shade, @Nullable String link, String says) {}

  /**
   * How a question was answered by an agent's calls.
   *
   * @param rest share and n of the rest of the team; empty where that is not shown
   * @param differs what can be told from chance; empty for nothing
   */
  public record QuestionRow(
      String text,
      String path,
      Count yes,
      Count no,
      Count na,
      Count unknown,
      String share,
      String interval,
      @Nullable Bar bar,
      boolean few,
      String rest,
      String differs) {}

  /**
   * A chart of weeks, with everything placed.
   *
   * @param step width of a week
   * @param line through the values, as points of a polyline
   * @param centre height of the centre line; null without limits
   * @param note what the limits say, or why there are none
   */
  public record Trend(
      String width,
      String right,
      String step,
      String line,
      @Nullable String centre,
      List<Point> points,
      String note) {
    public Trend {
      points = List.copyOf(points);
    }

    /** Whether any week has a value. */
    public boolean any() {
      return points.stream().anyMatch(p -> p.y() != null);
    }
  }

  /**
   * A week.
   *
   * @param y height of the value; null without one
   * @param from left end of its limits; {@code to} is the right one
   * @param label first day, short; {@code week} is the date
   * @param few whether n is too small to compare
   */
  public record Point(
      String x,
      @Nullable String y,
      @Nullable String low,
      @Nullable String high,
      @Nullable String limitLow,
      @Nullable String limitHigh,
      String from,
      String to,
      String label,
      Moment week,
      String value,
      String interval,
      long n,
      @Nullable String link,
      boolean few,
      boolean outside) {}
}
