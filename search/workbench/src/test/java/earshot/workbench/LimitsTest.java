package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import earshot.workbench.AccessTable.Row;
import earshot.workbench.account.Role;
import earshot.workbench.web.Links;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Too much, too long, too slow, too deep: refused, and nobody else waits. */
@Timeout(120)
class LimitsTest {
  /** More than the server has threads. */
  private static final int SLOW_ONES = 300;

  @TempDir static Path root;
  private static WorkbenchFixture fixture;
  private static HttpBrowser admin;

  @BeforeAll
  static void aWorkbench() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
    admin = fixture.signedIn(Role.ADMIN);
  }

  @AfterAll
  static void closed() throws IOException {
    fixture.close();
  }

  private static int port() {
    return fixture.workbench.server().port();
  }

  static Stream<Row> changes() {
    return AccessTable.rows().stream().filter(Row::changes);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aBodyThatIsTooLargeIsRefused(Row row) throws Exception {
    String form = "csrf=x&comment=" + "x".repeat(300_000);
    HttpResponse<String> answer = admin.sendBody(row.method(), row.example(), form);
    assertThat(answer.statusCode()).as(row.toString()).isEqualTo(413);
    assertThat(answer.body()).doesNotContain("Exception", "jetty", "javalin");
  }

  @Test
  void aBodyWithoutALengthIsRefusedToo() throws Exception {
    StringBuilder chunks = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      chunks.append("2000\r\n").append("x".repeat(0x2000)).append("\r\n");
    }
    String headers =
        "Transfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    String answer = RawHttp.ask(port(), "POST /login", headers, chunks + "0\r\n\r\n");
    assertThat(RawHttp.status(answer)).isEqualTo(413);
  }

  /** Whoever sends all before listening, as browsers do, hears the sentence, not a lost line. */
  @Test
  void theRefusalIsHeardAfterAllWasSent() throws Exception {
    String body = "x".repeat(4_000_000);
    String headers = "Content-Length: " + body.length() + "\r\n";
    for (int i = 0; i < 20; i++) {
      String answer = RawHttp.ask(port(), "POST /login", headers, body);
      assertThat(RawHttp.status(answer)).isEqualTo(413);
      assertThat(answer).contains("send less than 256 KB");
    }
  }

  /** Whoever sends without end is cut off. */
  @Test
  void aBodyWithoutAnEndIsCutOff() throws Exception {
    try (RawHttp http = RawHttp.to(port(), Duration.ofSeconds(60))) {
      http.send("POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 900000000000\r\n\r\n");
      String piece = "x".repeat(1 << 20);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1_000; i++) {
                  http.send(piece);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void headersAndAddressesHaveAnEnd() throws Exception {
    String long1 = "x".repeat(20_000);
    for (String answer :
        List.of(
            RawHttp.ask(port(), "GET /login", "X-Long: " + long1 + "\r\n", ""),
            RawHttp.ask(port(), "GET /login", "Cookie: a=" + long1 + "\r\n", ""),
            RawHttp.ask(port(), "GET /login", "X-Many: 1\r\n".repeat(2000), ""),
            RawHttp.ask(port(), "GET /?q=" + long1, "", ""))) {
      assertThat(RawHttp.status(answer)).isIn(414, 431);
      assertThat(answer).doesNotContain("Exception", "etty");
    }
  }

  @Test
  void whatMayMeanTwoThingsIsNoRequest() throws Exception {
    for (String headers :
        List.of(
            "Content-Length: 5\r\nContent-Length: 6\r\n",
            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked, identity\r\n",
            "Content-Length: -1\r\n",
            "Content-Length: 5 \u0000\r\n",
            " Folded: x\r\n")) {
      String answer = RawHttp.ask(port(), "POST /login", headers, "a=b&c");
      assertThat(RawHttp.status(answer)).as(headers).isEqualTo(400);
    }
    for (String line : List.of("TRACE /login", "CONNECT /login", "get /login", "GET login")) {
      assertThat(RawHttp.status(RawHttp.ask(port(), line, "", "")))
          .as(line)
          .isIn(400, 404, 405, 501);
    }
  }

  @Test
  void thoseWhoSendSlowlyHoldUpNobody() throws Exception {
    List<RawHttp> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW_ONES; i++) {
        RawHttp http = RawHttp.to(port(), Duration.ofSeconds(60));
        slow.add(http);
        http.send(
            i % 3 == 0
                ? "GET /login HTTP/1.1\r\nHost: 127"
                : "POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\nusername=");
      }
      for (int round = 0; round < 3; round++) {
        for (RawHttp http : slow) {
          http.send("a");
        }
        long start = System.nanoTime();
        assertThat(fixture.browser().get("/health").statusCode()).isEqualTo(200);
        assertThat(admin.get("/?q=refund").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      }
    } finally {
      for (RawHttp http : slow) {
        http.close();
      }
    }
  }

  @Test
  void queriesThatAreTooMuchAreRefusedWithASentence() throws Exception {
    for (String query :
        List.of(
            "(".repeat(3000) + "a" + ")".repeat(3000),
            "NOT ".repeat(1800) + "a",
            "a OR ".repeat(1500) + "a",
            "a NEAR/9 ".repeat(700) + "a",
            "a THEN ".repeat(1000) + "a",
            "agent:".repeat(1200) + "a",
            "*a",
            "?",
            "a*".repeat(2000),
            "~a",
            "\"" + "a ".repeat(3000) + "\"")) {
      for (String path :
          List.of("/?q=", "/api/v1/search?q=", "/export/search.csv?q=", "/reviews?q=")) {
        HttpResponse<String> answer = admin.get(path + Links.value(query));
        String short1 = query.substring(0, Math.min(20, query.length()));
        assertThat(answer.statusCode()).as(path + short1).isIn(200, 400, 414);
        assertThat(answer.body()).doesNotContain("Exception", "StackOverflow");
      }
      HttpResponse<String> saved =
          OneOfEach.post(admin, "/searches", Map.of("title", "x", "q", query));
      assertThat(saved.statusCode()).isIn(302, 400);
    }
    assertThat(admin.get("/api/v1/search?q=*efund").statusCode()).isEqualTo(400);
  }

  @Test
  void charactersThatNoTextHasAreRefused() throws Exception {
    String nothing = "a\u0000b";
    for (Map<String, String> form :
        List.of(
            Map.of("path", "/playlists", "title", nothing),
            Map.of("path", "/calls/n1/comments", "start", "0", "end", "5", "comment", nothing),
            Map.of("path", "/searches", "title", nothing, "q", "a"),
            Map.of("path", "/reviews/samples", "seed", "1", "quota", "1", "filter", nothing))) {
      assertThat(OneOfEach.post(admin, form.get("path"), form).statusCode()).isEqualTo(400);
    }
    for (String broken : List.of("comment=%zz", "comment=%", "%ff%fe=%ff", "=&&=", "csrf")) {
      assertThat(admin.sendBody("POST", "/calls/n1/comments", broken).statusCode())
          .as(broken)
          .isIn(400, 419);
      assertThat(admin.sendBody("POST", "/login", broken).statusCode()).isIn(400, 403);
    }
    for (String query : List.of("%zz", "%", "%ff%fe", "%00", "%ed%a0%80")) {
      assertThat(RawHttp.status(RawHttp.ask(port(), "GET /login?next=" + query, "", "")))
          .as(query)
          .isIn(200, 400);
    }
  }

  /** A player does so whenever somebody goes to another second: that is no line of the log. */
  @Test
  void whoGoesAwayInTheMiddleOfARequestIsNoFailure() throws Exception {
    BlockingQueue<ILoggingEvent> said = new LinkedBlockingQueue<>();
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            said.add(event);
          }
        };
    appender.start();
    Logger errors = (Logger) LoggerFactory.getLogger("earshot.workbench.web.Errors");
    errors.setLevel(Level.DEBUG);
    errors.addAppender(appender);
    try {
      try (RawHttp http = RawHttp.to(port(), Duration.ofSeconds(30))) {
        http.send(
            "POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\nusername=");
      }
      ILoggingEvent event = said.poll(60, TimeUnit.SECONDS);
      assertThat(event).isNotNull();
      assertThat(event.getLevel()).isEqualTo(Level.DEBUG);
      assertThat(event.getMessage()).contains("went away");
    } finally {
      errors.detachAppender(appender);
      errors.setLevel(null);
    }
  }
}
