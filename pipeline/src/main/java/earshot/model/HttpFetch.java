package earshot.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * GET over http and https: follows a bounded number of redirects, never from https to http, and
 * gives up on a connection that stays silent.
 */
final class HttpFetch {
  private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

  private final HttpClient client;
  private final DownloadLimits limits;

  HttpFetch(DownloadLimits limits) {
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(limits.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(ProxySelector.getDefault())
            .build();
  }

  /**
   * An answer that is no redirect, whatever its status; the caller closes the body.
   *
   * @throws ModelException for what trying again cannot mend
   * @throws IOException for what it may
   */
  HttpResponse<InputStream> get(URI uri, Map<String, String> headers)
      throws IOException, InterruptedException {
    URI at = checked(uri, uri);
    for (int redirects = 0; redirects <= limits.redirects(); redirects++) {
      HttpResponse<InputStream> response = send(at, headers);
      if (!REDIRECTS.contains(response.statusCode())) {
        return response;
      }
      response.body().close();
      at = checked(at, target(at, response));
    }
    throw new ModelException(
        uri + " redirects more than " + limits.redirects() + " times; check the address");
  }

  private HttpResponse<InputStream> send(URI uri, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).timeout(limits.stall()).header("User-Agent", "earshot");
    headers.forEach(request::header);
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (ConnectException e) {
      // Its own message is null where nobody listens.
      throw new IOException("no connection to " + uri.getAuthority(), e);
    }
  }

  private static URI target(URI from, HttpResponse<InputStream> response) throws ModelException {
    Optional<String> location = response.headers().firstValue("Location");
    try {
      return from.resolve(location.orElseThrow());
    } catch (RuntimeException e) {
      throw new ModelException(from + " redirects to no address: " + location.orElse("none"), e);
    }
  }

  private static URI checked(URI from, URI to) throws ModelException {
    String scheme = to.getScheme() == null ? "" : to.getScheme().toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("https") || scheme.equals("http");
    if (!web || to.getHost() == null) {
      throw new ModelException("models are fetched over https or http only, not from " + to);
    }
    if (scheme.equals("http") && "https".equalsIgnoreCase(from.getScheme())) {
      throw new ModelException(from + " redirects from https to " + to + ", which is not followed");
    }
    return to;
  }

  Duration stall() {
    return limits.stall();
  }
}
