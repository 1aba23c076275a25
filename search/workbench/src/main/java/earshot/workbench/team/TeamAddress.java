package earshot.workbench.team;

import earshot.workbench.web.Links;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen on a page of figures, as its address holds it.
 *
 * @param question empty for the scores of the form
 */
record TeamAddress(Selection.Wish wish, String question, AgentOrder order) {
  /** How many weeks can be looked at. */
  static final List<Integer> WEEKS = List.of(4, 8, 12, 26, 52);

  static final int USUAL_WEEKS = 12;

  /** Shown where nothing else was chosen. */
  static final String FIRST_FORM = "courtesy";

  static TeamAddress of(Context http) {
    String weeks = String.valueOf(http.queryParam("weeks"));
    String form = http.queryParam("form");
    String question = http.queryParam("question");
    return new TeamAddress(
        new Selection.Wish(
            WEEKS.stream().filter(w -> weeks.equals(w.toString())).findFirst().orElse(USUAL_WEEKS),
            form == null ? FIRST_FORM : form,
            http.queryParam("team")),
        question == null ? "" : question,
        AgentOrder.of(String.valueOf(http.queryParam("order"))));
  }

  /**
   * The same weeks and order for something else.
   *
   * @param team null for all that the reader sees
   * @param asked a question; empty for none
   */
  String query(String form, @Nullable String team, String asked) {
    StringBuilder query = new StringBuilder("?form=").append(Links.value(form));
    if (team != null) {
      query.append("&team=").append(Links.value(team));
    }
    if (wish.weeks() != USUAL_WEEKS) {
      query.append("&weeks=").append(wish.weeks());
    }
    if (order != AgentOrder.TEAM) {
      query.append("&order=").append(order.id());
    }
    return query + (asked.isEmpty() ? "" : "&question=" + Links.value(asked));
  }
}
