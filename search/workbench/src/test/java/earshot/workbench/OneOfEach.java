package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.NewPassword;
import earshot.workbench.account.Role;
import earshot.workbench.web.Links;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything that people can make about a call, made over HTTP by those whose work it is, with the
 * same text typed wherever text can be typed. Tells the ids, by the names that routes give them.
 */
final class OneOfEach {
  private final WorkbenchFixture fixture;
  private final String callId;
  private final String text;
  final Map<String, String> ids = new LinkedHashMap<>();
  String sample = "";
  private final HttpBrowser reviewer;
  private final HttpBrowser trainer;
  private final HttpBrowser admin;

  private OneOfEach(
      WorkbenchFixture fixture, Map<Role, HttpBrowser> people, String callId, String text) {
    this.fixture = fixture;
    this.reviewer = people.get(Role.REVIEWER);
    this.trainer = people.get(Role.TRAINER);
    this.admin = people.get(Role.ADMIN);
    this.callId = callId;
    this.text = text;
  }

  /** Everybody signed in. */
  static Map<Role, HttpBrowser> people(WorkbenchFixture fixture) throws Exception {
    Map<Role, HttpBrowser> people = new EnumMap<>(Role.class);
    for (Role role : AccessTable.ROLES) {
      people.put(role, fixture.signedIn(role));
    }
    return people;
  }

  /**
   * @param people signed in, by role
   * @param callId of a call that says "refund" between 0:12.5 and 0:20
   * @param agentId of its agent
   * @param text typed everywhere
   */
  static OneOfEach about(
      WorkbenchFixture fixture,
      Map<Role, HttpBrowser> people,
      String callId,
      String agentId,
      String text)
      throws Exception {
    OneOfEach made = new OneOfEach(fixture, people, callId, text);
    made.ids.put("call_id", Links.segment(callId));
    made.ids.put("agent_id", Links.segment(agentId));
    made.reviews();
    made.playlist();
    made.dispute(agentId);
    made.calibration();
    made.search();
    made.session();
    return made;
  }

  /** A path of the router with the ids in it. */
  String path(String route) {
    String path = route;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      path = path.replace("{" + id.getKey() + "}", id.getValue());
    }
    assertThat(path).as("%s names something that is not made here", route).doesNotContain("{");
    return path;
  }

  private static String made(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  static HttpResponse<String> post(HttpBrowser browser, String path, Map<String, String> form)
      throws Exception {
    Map<String, String> all = new HashMap<>(form);
    all.put("csrf", browser.token("/help"));
    return browser.send("POST", path, all);
  }

  private static String last(HttpBrowser browser, String page, String number) throws Exception {
    List<String> all =
        Pattern.compile(number)
            .matcher(browser.page(page))
            .results()
            .map((MatchResult r) -> r.group(1))
            .toList();
    assertThat(all).as(page).isNotEmpty();
    return all.stream().max((a, b) -> Long.compare(Long.parseLong(a), Long.parseLong(b))).get();
  }

  private void reviews() throws Exception {
    String call = "/calls/" + ids.get("call_id");
    made(post(reviewer, call + "/comments", Map.of("start", "0", "end", "5", "comment", text)));
    made(
        post(
            reviewer,
            call + "/answers",
            Map.of(
                "form", "courtesy", "question", "magic-words", "answer", "NA", "comment", text)));
    sample =
        made(post(reviewer, "/reviews/samples", Map.of("seed", "1", "quota", "5", "filter", "")))
            .replaceFirst(".*=", "");
  }

  private void playlist() throws Exception {
    String list = made(post(trainer, "/playlists", Map.of("title", text)));
    ids.put("playlist_id", list.replaceFirst(".*/", ""));
    String clip =
        made(
            post(
                trainer,
                "/clips",
                Map.of(
                    "playlist",
                    ids.get("playlist_id"),
                    "call_id",
                    callId,
                    "start",
                    "12.5",
                    "end",
                    "20",
                    "part",
                    "good",
                    "question",
                    "greeting",
                    "note",
                    text)));
    ids.put("clip_id", clip.replaceFirst(".*-", ""));
  }

  private void dispute(String agentId) throws Exception {
    String name = "agent-of-" + ids.get("playlist_id");
    fixture
        .workbench
        .accounts()
        .add(
            name,
            Role.AGENT,
            Set.of(),
            agentId,
            NewPassword.own(WorkbenchFixture.PASSWORD),
            "test");
    HttpBrowser agent = fixture.browser();
    made(agent.signIn(name, WorkbenchFixture.PASSWORD));
    made(
        post(
            agent,
            "/calls/" + ids.get("call_id") + "/disputes",
            Map.of("form", "courtesy", "question", "greeting", "reason", text)));
    ids.put("dispute_id", last(admin, "/disputes", "/disputes/(\\d+)/decision"));
  }

  private void calibration() throws Exception {
    String set =
        made(
            admin.sendBody(
                "POST",
                "/calibration",
                "title=%s&form=courtesy&calls=%s&reviewer=the-reviewer&reviewer=the-admin&csrf=%s"
                    .formatted(Links.value(text), Links.value(callId), admin.token("/help"))));
    ids.put("calibration_id", set.replaceFirst(".*/", ""));
    ids.put("place", "0");
  }

  private void search() throws Exception {
    made(post(reviewer, "/searches", Map.of("title", text, "q", "parrot", "alerting", "on")));
    ids.put("search_id", last(reviewer, "/searches", "/searches/(\\d+)/remove"));
  }

  /** One of the reviewer's, besides the one in use. */
  private void session() throws Exception {
    fixture.browser().signIn(WorkbenchFixture.name(Role.REVIEWER), WorkbenchFixture.PASSWORD);
    Matcher name =
        Pattern.compile("/account/sessions/(\\w+)/end").matcher(reviewer.page("/account"));
    assertThat(name.find()).isTrue();
    ids.put("session_id", name.group(1));
  }

  /** A new call of that team, which the saved searches of all find. */
  static void alerts(WorkbenchFixture fixture, String agentId, String team, OneOfEach... all)
      throws Exception {
    String number = all[0].ids.get("search_id");
    fixture.call("new-" + number, agentId, "Zed", team, "The parrot wants a refund too.");
    fixture.score();
    fixture.workbench.alertWatch().look();
    for (OneOfEach one : all) {
      one.ids.put("alert_id", last(one.reviewer, "/searches", "/alerts/(\\d+)/read"));
    }
  }
}
