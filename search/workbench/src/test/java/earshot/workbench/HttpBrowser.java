package earshot.workbench;

import earshot.workbench.web.Links;
import earshot.workbench.web.Question;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/**
 * Speaks HTTP as a browser does, as far as most tests need it: cookies, forms with their token, no
 * redirects, no scripts. Chromium itself is {@link earshot.workbench.browser.Browser}.
 */
final class HttpBrowser {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]*)\"");

  private static final Pattern STATE = Pattern.compile("name=\"sure\" value=\"([^\"]*)\"");

  private final URI server;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client;

  HttpBrowser(int port) {
    server = URI.create("http://127.0.0.1:" + port);
    client = HttpClient.newBuilder().cookieHandler(cookies).build();
  }

  /** One that trusts only who the context says. */
  HttpBrowser(URI server, SSLContext trust) {
    this.server = server;
    client = HttpClient.newBuilder().cookieHandler(cookies).sslContext(trust).build();
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The body of a file. */
  InputStream stream(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(server.resolve(path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
  }

  HttpResponse<String> send(String method, String path, Map<String, String> form, String... headers)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(e -> Links.value(e.getKey()) + "=" + Links.value(e.getValue()))
            .collect(Collectors.joining("&"));
    return sendBody(method, path, body, headers);
  }

  /** Sends a form of a page, with its token. */
  HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(form);
    all.put("csrf", token("/help"));
    return send("POST", path, all);
  }

  /**
   * The same where something cannot be taken back: it is asked for first, and then answered yes.
   */
  HttpResponse<String> sure(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    Map<String, String> answer = new HashMap<>(form);
    answer.put(Question.FIELD, state(post(path, form)));
    return post(path, answer);
  }

  /** The state that a page of a question names. */
  static String state(HttpResponse<String> question) {
    Matcher state = STATE.matcher(question.body());
    if (!state.find()) {
      throw new AssertionError("nothing was asked: " + question.statusCode());
    }
    return state.group(1);
  }

  /** Waits until a search finds so many calls. */
  void awaitTotal(String query, int total) throws IOException, InterruptedException {
    String path = "/api/v1/search?q=" + Links.value(query);
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String body = "";
    while (System.nanoTime() < deadline) {
      body = get(path).body();
      if (body.contains("\"total\":" + total + ",")) {
        return;
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError(query + " should find " + total + ": " + body);
  }

  /** Waits until a page says so. */
  void awaitText(String path, String text) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!get(path).body().contains(text)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(path + " should say " + text);
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  /** {@link #send} with fields that occur more than once. */
  HttpResponse<String> sendBody(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A page without its tokens, which may hold any letters by chance. */
  String page(String path) throws IOException, InterruptedException {
    return get(path)
        .body()
        .replaceAll("(name=\"csrf\" value|name=\"csrf-token\" content)=\"[^\"]*\"", "");
  }

  /** The token of the form on a page. */
  String token(String path) throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(get(path).body());
    if (!token.find()) {
      throw new AssertionError("no form with a token on " + path);
    }
    return token.group(1);
  }

  HttpResponse<String> signIn(String name, String password)
      throws IOException, InterruptedException {
    return send(
        "POST", "/login", Map.of("username", name, "password", password, "csrf", token("/login")));
  }

  List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }
}
