package earshot.workbench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import earshot.benchmark.CallCopies;
import earshot.data.DataFolder;
import earshot.data.Folders;
import earshot.index.CallIndexWriter;
import earshot.index.IndexSync;
import earshot.table.TableWriter;
import earshot.workbench.account.Limits;
import earshot.workbench.account.NewPassword;
import earshot.workbench.account.Role;
import earshot.workbench.account.Tokens;
import earshot.workbench.web.AccessLog;
import earshot.workbench.web.Csrf;
import earshot.workbench.web.Links;
import earshot.workbench.web.WebServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * How long the pages take that many calls could slow down: asked for over HTTP by somebody who is
 * signed in, of a workbench on copies of some calls, one page after the other.
 */
final class PagesBenchmark {
  private static final int DAYS = 100;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
  private static final int AGENTS_IN_PLACE_OF_EACH = 20;
  private static final int ROUNDS = 25;
  private static final Pattern TOKEN =
      Pattern.compile("name=\"" + Csrf.FIELD + "\" value=\"([^\"]*)\"");

  private static final List<String> PAGES =
      List.of(
          "/",
          search("refund"),
          search("customer: (refund OR \"money back\")"),
          search("agent: sorry @first 60s complaint:true"),
          search("thank answer.greeting:NO score.courtesy<60 call_type:order"),
          "/reviews",
          "/team",
          "/team?weeks=52",
          "/team?form=courtesy&question=greeting",
          "/searches",
          "/disputes",
          "/playlists");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI server;

  private PagesBenchmark(int port) {
    this.server = URI.create("http://127.0.0.1:" + port);
  }

  /**
   * Copies the calls of a folder over a hundred days and measures the pages about them.
   *
   * @param from a data folder with calls; only read
   * @param calls of the hundred days together
   */
  static void run(DataFolder from, int calls, PrintStream out) throws Exception {
    Path folder = Files.createTempDirectory("earshot-pages-");
    try {
      DataFolder data = new DataFolder(folder);
      CallCopies copies = CallCopies.of(from).byMoreAgents(AGENTS_IN_PLACE_OF_EACH);
      for (int day = 0; day < DAYS; day++) {
        copies.write(data, calls / DAYS, FIRST_DAY.plusDays(day));
      }
      new TableWriter(data).update();
      try (CallIndexWriter writer = CallIndexWriter.open(data.index())) {
        new IndexSync(data).sync(writer);
      }
      measure(data, out);
    } finally {
      Folders.delete(folder);
    }
  }

  private static void measure(DataFolder data, PrintStream out) throws Exception {
    // A line a request would tear the table apart.
    ((Logger) LoggerFactory.getLogger(AccessLog.NAME)).setLevel(Level.OFF);
    WorkbenchSettings settings =
        new WorkbenchSettings(
            data,
            new WebServer.Address("127.0.0.1", 0, false),
            null,
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Limits.shipped().withRequestsAMinute(0),
            Clock.systemUTC());
    try (Workbench workbench = Workbench.start(settings)) {
      String password = Tokens.random();
      workbench
          .accounts()
          .add("reader", Role.REVIEWER, Set.of(), null, NewPassword.own(password), "benchmark");
      PagesBenchmark reader = new PagesBenchmark(workbench.server().port());
      reader.signIn("reader", password);
      out.printf("Pages over many calls, ms, %d rounds after the first:%n", ROUNDS);
      out.printf("%8s %8s %8s %8s  %s%n", "first", "median", "worst", "kB", "page");
      for (String page : PAGES) {
        reader.measure(page, out);
      }
    }
  }

  private static String search(String query) {
    return "/?q=" + Links.value(query);
  }

  private void signIn(String name, String password) throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(get("/login").body());
    if (!token.find()) {
      throw new IOException("the sign-in form has no token");
    }
    String form =
        "username=%s&password=%s&%s=%s"
            .formatted(
                Links.value(name), Links.value(password), Csrf.FIELD, Links.value(token.group(1)));
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(server.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 302) {
      throw new IOException("sign-in answered " + answer.statusCode());
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(server.resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode());
    }
    return answer;
  }

  private void measure(String page, PrintStream out) throws IOException, InterruptedException {
    double first = timed(page);
    double[] rest = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      rest[i] = timed(page);
    }
    Arrays.sort(rest);
    out.printf(
        Locale.ROOT,
        "%8.0f %8.0f %8.0f %8d  %s%n",
        first,
        rest[ROUNDS / 2],
        rest[ROUNDS - 1],
        get(page).body().length() / 1000,
        URLDecoder.decode(page, StandardCharsets.UTF_8));
  }

  private double timed(String page) throws IOException, InterruptedException {
    long start = System.nanoTime();
    get(page);
    return (System.nanoTime() - start) / 1e6;
  }
}
