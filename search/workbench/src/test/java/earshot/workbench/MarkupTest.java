package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import earshot.workbench.account.Role;
import earshot.workbench.web.Links;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Markup in words, names, ids, titles and comments stays text on every page, in the report and in
 * the download: what an HTML parser makes of them holds no element, attribute or address of an
 * attacker.
 */
@Timeout(600)
class MarkupTest {
  /** Every one makes something whose name begins with "xss" wherever it is not escaped. */
  private static final List<String> ATTACKS =
      List.of(
          "<xss-a>refund</xss-a>",
          "\"><xss-b xss=\"1",
          "'><xss-c xss='1",
          "\" xss-d=\"1",
          "' xss-e='1",
          "\" onmouseover=\"xss(1)",
          "</title></head><xss-f>",
          "</textarea></select></option><xss-g>",
          "</q></pre></style></script><xss-h>",
          "--><xss-i><!--",
          "]]><xss-j>",
          "<img src=x onerror=xss(1)>",
          "<svg/onload=xss(1)><xss-k>",
          "<script>xss(1)</script>",
          "<a href=javascript:xss(1)>x</a>",
          "javascript:xss(1)//",
          "data:text/html,<xss-l>",
          "&lt;xss-m&gt;&#60;xss-m&#62;",
          "\\u003cxss-n\\u003e\\x3cxss-n\\x3e",
          "${7*7}{{7*7}}<%= 7*7 %>@raw(xss)",
          "\u2028<xss-o>\u0000<xss-o>",
          "<iframe srcdoc='<xss-p>'></iframe><base href=//xss>",
          "<style>*{background:url(//xss)}</style><link rel=stylesheet href=//xss>",
          "<form action=//xss><button formaction=javascript:xss(1)><xss-q>");

  private static final List<String> FORMULAS =
      List.of(
          "=1+1",
          "+1+1",
          "-1+1",
          "@SUM(1)",
          "\t=1+1",
          "\r=1+1",
          "\n=1+1",
          " =1+1",
          "\"=1+1",
          "a;=1+1",
          "a;\"=1+1",
          "a\t@x",
          "a\n+1",
          "\uFF1D1+1",
          "'=1+1",
          ",=1+1");

  @TempDir static Path root;
  private static WorkbenchFixture fixture;
  private static final List<OneOfEach> MADE = new ArrayList<>();
  private static Map<Role, HttpBrowser> people;
  private int places;
  private int shown;

  @BeforeAll
  static void aCallAndOneOfEachAnAttack() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
    for (int i = 0; i < ATTACKS.size(); i++) {
      fixture.transcript("attack-" + i, call(i, ATTACKS.get(i).replace("\u0000", "")));
    }
    for (int i = 0; i < FORMULAS.size(); i++) {
      fixture.transcript("formula-" + i, call(i, FORMULAS.get(i)));
    }
    fixture.score();
    assertThat(fixture.folder.quarantine()).as("every attack is a call").doesNotExist();
    people = OneOfEach.people(fixture);
    for (int i = 0; i < ATTACKS.size(); i++) {
      String text = ATTACKS.get(i).replace("\u0000", "");
      MADE.add(OneOfEach.about(fixture, people, id(i, text), agentId(text), text));
    }
    OneOfEach.alerts(fixture, "A7", "North", MADE.toArray(OneOfEach[]::new));
  }

  @AfterAll
  static void closed() throws IOException {
    fixture.close();
  }

  private static String id(int number, String text) {
    return number + text;
  }

  /** Somebody who signs in as an agent has no quotes in the id. */
  private static String agentId(String text) {
    return "A" + text.replace("\"", "");
  }

  private static String call(int number, String text) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode call = json.createObjectNode();
    call.put("call_id", id(number, text)).put("language", "en");
    call.put("start_time", "2026-10-01T09:00:00Z");
    call.put("agent_id", agentId(text)).put("agent_name", "N" + text).put("team", "T" + text);
    call.put("queue", "Q" + text).put("company", "C" + text).put("customer_name", "K" + text);
    call.put("customer_id", text).put("call_type", text);
    call.putArray("tags").add(text);
    var turns = call.putArray("turns");
    turn(turns.addObject(), "agent", 0.5, 12, "Good morning, this is " + text + ", may I help?");
    turn(turns.addObject(), "customer", 12.5, 20, "I want a refund " + text + " please.");
    turn(turns.addObject(), "agent", 20.5, 26, text);
    return json.writeValueAsString(call);
  }

  private static void turn(ObjectNode turn, String role, double start, double end, String text) {
    turn.put("role", role).put("start", start).put("end", end).put("text", text);
  }

  /** Fails when a parser finds anything in the page that its templates did not put there. */
  private void clean(String where, String html) {
    places++;
    if (html.contains("xss")) {
      shown++;
    }
    Document page = Jsoup.parse(html);
    for (Element element : page.getAllElements()) {
      assertThat(element.tagName()).as(where).doesNotStartWith("xss");
      assertThat(element.tagName())
          .as(where)
          .isNotIn("iframe", "object", "embed", "base", "img", "applet", "frame", "math");
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey();
        assertThat(name).as(where).doesNotStartWith("on").doesNotStartWith("xss").isNotIn("srcdoc");
        if (List.of("href", "src", "action", "formaction", "data-moment").contains(name)) {
          assertThat(attribute.getValue())
              .as(where + " " + element)
              .matches("(/(?!/)|#|\\?|data/|clips/|otpauth://totp/Earshot:).*|");
        }
      }
    }
    for (Element script : page.select("script")) {
      boolean data = script.attr("type").equals("application/json");
      assertThat(script.attr("src")).as(where).matches(data ? "" : "/static/[a-z/-]+\\.js");
      assertThat(script.data()).as(where).doesNotContain("<");
      assertThat(data || script.data().isBlank()).as(where).isTrue();
    }
    assertThat(page.select("style, link").outerHtml()).as(where).doesNotContain("xss");
    assertThat(page.select("html, head, body")).as(where).hasSize(3);
  }

  private void page(HttpBrowser browser, String path) throws Exception {
    HttpResponse<String> answer = browser.get(path);
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (type.startsWith("text/html")) {
      clean(path, answer.body());
    } else {
      places++;
      assertThat(type)
          .as(path)
          .matches("(application/json|text/csv|text/plain|application/zip).*|");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @Test
  void whatAnybodyTypedOrSaidIsTextOnEveryPage() throws Exception {
    HttpBrowser admin = people.get(Role.ADMIN);
    HttpBrowser reviewer = people.get(Role.REVIEWER);
    for (OneOfEach made : MADE) {
      for (AccessTable.Row row : AccessTable.rows()) {
        if (!row.changes() && !row.path().endsWith("/download")) {
          page(row.open(Role.ADMIN) ? admin : reviewer, made.path(row.path()));
        }
      }
    }
    page(reviewer, "/searches");
    page(reviewer, "/");
    // As many as attacks times pages; a third of the pages shows something of the call.
    assertThat(places).isGreaterThanOrEqualTo(ATTACKS.size() * 25);
    assertThat(shown).isGreaterThan(places / 3);
  }

  @Test
  void whatIsAskedForIsText() throws Exception {
    HttpBrowser admin = people.get(Role.ADMIN);
    String list = "/playlists/" + MADE.get(0).ids.get("playlist_id");
    for (String attack : ATTACKS) {
      String value = Links.value(attack);
      String quoted = Links.value('"' + attack.replace("\"", " ") + '"');
      for (String path :
          List.of(
              "/?q=" + value,
              "/?q=" + quoted,
              "/?q=team:" + quoted,
              "/?q=refund&sort=" + value,
              "/?q=refund&offset=" + value,
              "/reviews?q=" + value,
              "/reviews?sample=" + value,
              "/team?form=" + value + "&team=" + value + "&question=" + value,
              "/team/agents/" + Links.segment("A7") + "?form=" + value + "&team=" + value,
              "/clips/new?call_id=" + value,
              "/clips/new?call_id=n1&playlist=" + value + "&question=" + value + "&part=" + value,
              list + "?q=" + value + "&question=" + value,
              "/calls/n1?t=" + value,
              "/calls/" + Links.segment(attack),
              "/nowhere/" + Links.segment(attack),
              "/api/v1/search?q=" + value,
              "/api/v1/calls/" + Links.segment(attack),
              "/export/search.csv?q=" + value,
              "/login?next=" + value)) {
        page(admin, path);
        page(fixture.browser(), path);
      }
    }
    for (String attack : ATTACKS) {
      HttpBrowser stranger = fixture.browser();
      Map<String, String> form = Map.of("username", attack, "password", attack, "next", attack);
      clean("POST /login", stranger.send("POST", "/login", form).body());
      for (String path : List.of("/searches", "/playlists", "/reviews/samples", "/calibration")) {
        Map<String, String> typed =
            Map.of("title", attack, "q", attack, "seed", attack, "filter", attack, "form", attack);
        HttpResponse<String> answer = OneOfEach.post(admin, path, typed);
        clean("POST " + path, answer.body());
        page(admin, "/help"); // where it is said what came of it
      }
    }
  }

  @Test
  void whatABrowserSaysOfItselfIsWordsOfOurOwn() throws Exception {
    HttpBrowser reviewer = people.get(Role.REVIEWER);
    for (String attack : ATTACKS) {
      for (String before : List.of("", "Mozilla/5.0 (X11; Linux) Firefox/1.0 ")) {
        HttpBrowser browser = fixture.browser();
        Map<String, String> form =
            Map.of(
                "username",
                WorkbenchFixture.name(Role.REVIEWER),
                "password",
                WorkbenchFixture.PASSWORD,
                "csrf",
                browser.token("/login"));
        String said = before + attack.replaceAll("[^ -~]", "");
        assertThat(browser.send("POST", "/login", form, "User-Agent", said).statusCode())
            .isEqualTo(302);
      }
    }
    page(reviewer, "/account");
    assertThat(reviewer.get("/account").body())
        .contains("a program", "Firefox on Linux")
        .doesNotContain("xss");
    OneOfEach.post(
        reviewer, "/account/sessions/end-others", Map.of("present", WorkbenchFixture.PASSWORD));
    page(people.get(Role.ADMIN), "/admin");
  }

  @Test
  void theDownloadedPageIsText() throws Exception {
    HttpBrowser trainer = people.get(Role.TRAINER);
    for (OneOfEach made : MADE) {
      String path = made.path("/playlists/{playlist_id}/download");
      try (ZipInputStream zip = new ZipInputStream(trainer.stream(path))) {
        assertThat(zip.getNextEntry().getName()).isEqualTo("index.html");
        clean(path, new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(shown).isGreaterThan(ATTACKS.size() * 3 / 4);
  }

  @Test
  void theReportIsText() {
    for (String by : List.of("agent", "team", "question", "call-type")) {
      clean("report by " + by, report(by, "html"));
    }
    assertThat(shown).isPositive();
  }

  @Test
  void noCellOfAnExportIsAFormula() throws Exception {
    HttpBrowser admin = people.get(Role.ADMIN);
    cells(admin.get("/export/search.csv?q=*").body());
    for (String by : List.of("agent", "team", "question", "call-type")) {
      cells(report(by, "csv"));
    }
  }

  /** Read as a spreadsheet would that divides lines at commas, at semicolons or at tabs. */
  private static void cells(String csv) {
    String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    assertThat(text).hasSizeGreaterThan(20);
    for (char separator : ",;\t".toCharArray()) {
      assertThat(cells(text, separator))
          .noneMatch(cell -> cell.matches("(?s)[\\s\"]*[=+@\uFF1D].*|(?s)[\\s\"]*-[^ ].*"));
    }
  }

  /** A cell that begins with a quote goes on to the next single one. */
  private static List<String> cells(String csv, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '"' && (quoted || cell.isEmpty())) {
        boolean twice = quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
        if (twice) {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && (c == separator || c == '\n' || c == '\r')) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  private static String report(String by, String format) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String folder = fixture.folder.root().toString();
    int code =
        EarshotCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute("report", "--data", folder, "--by", by, "--format", format);
    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString()).isNotBlank();
    return out.toString();
  }
}
