package earshot.workbench.web;

import earshot.call.CallJson;
import earshot.workbench.tls.ServerTls;
import earshot.workbench.tls.TlsFiles;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.RequestLogger;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server over a list of features. */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  /** Largest body of a request, bytes: comments and forms, no uploads. */
  static final long LARGEST_REQUEST = 256 * 1024;

  /** What a chunk of a body counts beside its bytes, so that many small ones are not free. */
  private static final int BYTES_A_CHUNK = 16;

  /** A call id may hold any character; as a part of a path slash and backslash are encoded. */
  private static final UriCompliance ANY_CALL_ID =
      UriCompliance.DEFAULT.with(
          "earshot",
          UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
          UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
          UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS);

  private static final long STOP_MS = 5_000;

  private final Routes routes;
  private final Javalin javalin;
  private final Optional<ServerTls> tls;

  private WebServer(Routes routes, Javalin javalin, Optional<ServerTls> tls) {
    this.routes = routes;
    this.javalin = javalin;
    this.tls = tls;
  }

  /** Makes the features once it is known how pages are shown. */
  @FunctionalInterface
  public interface Features {
    List<Feature> with(Pages pages);
  }

  /**
   * Where to listen.
   *
   * @param port 0 for any that is free
   * @param behindProxy whether a proxy stands in front, which people reach by HTTPS
   * @param tls certificate and key where the server speaks TLS itself, to people or to the proxy
   */
  public record Address(String host, int port, boolean behindProxy, Optional<TlsFiles> tls) {

    /** Without TLS of the server's own. */
    public Address(String host, int port, boolean behindProxy) {
      this(host, port, behindProxy, Optional.empty());
    }

    /** Whether people reach the server by HTTPS. */
    public boolean https() {
      return behindProxy || tls.isPresent();
    }

    /** How the server itself is addressed: scheme, host and port, without a slash at the end. */
    public String url(int port) {
      String name = host.contains(":") ? "[" + host + "]" : host;
      return (tls.isPresent() ? "https://" : "http://") + name + ":" + port;
    }
  }

  /**
   * Starts listening.
   *
   * @param allowance how much an account may ask for
   * @param watchers told of every answer: logs and figures
   * @throws IOException when the port is taken, the host is none of this machine, or the
   *     certificate is not fit
   */
  public static WebServer start(
      Address address,
      Visitors visitors,
      Allowance allowance,
      List<RequestLogger> watchers,
      Features features)
      throws IOException {
    Navigation navigation = new Navigation();
    Pages pages = new Pages(navigation);
    Routes routes = new Routes(navigation);
    features.with(pages).forEach(feature -> feature.register(routes));
    Guard guard = new Guard(visitors, allowance);
    SecurityHeaders headers = new SecurityHeaders(address.https());
    Optional<ServerTls> tls = tls(address);
    Javalin javalin =
        Javalin.create(
            config -> {
              settings(config);
              tls.ifPresent(own -> listen(config, own, address));
              config.requestLogger.http(
                  (http, ms) -> {
                    for (RequestLogger watcher : watchers) {
                      watcher.handle(http, ms);
                    }
                  });
              config.routes.before(headers::set);
              config.routes.before(Compression::choose);
              config.routes.after(WebServer::sayCharacters);
              for (Routes.Route route : routes.all()) {
                Handler guarded = guard.guarded(route);
                config.routes.addHttpHandler(route.method(), route.path(), guarded);
                if (route.method().equals(HandlerType.GET) && !declaresHead(routes, route)) {
                  // Javalin's own answer to HEAD would not ask who wants to know.
                  config.routes.addHttpHandler(HandlerType.HEAD, route.path(), guarded);
                }
              }
              new Errors(pages, guard).register(config.routes);
            });
    try {
      javalin.start(address.host(), address.port());
    } catch (RuntimeException e) {
      tls.ifPresent(ServerTls::close);
      throw new IOException(
          "cannot listen on "
              + address.host()
              + ":"
              + address.port()
              + "; is another server running there? Choose one with --port",
          e);
    }
    return new WebServer(routes, javalin, tls);
  }

  private static Optional<ServerTls> tls(Address address) throws IOException {
    Optional<TlsFiles> files = address.tls();
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(ServerTls.open(files.get(), Clock.systemUTC()));
  }

  /** Instead of the plain connector that Javalin makes where it finds none. */
  private static void listen(JavalinConfig config, ServerTls tls, Address address) {
    config.jetty.addConnector(
        (server, http) -> {
          ServerConnector connector = tls.connector(server, http);
          connector.setHost(address.host());
          connector.setPort(address.port());
          return connector;
        });
  }

  private static boolean declaresHead(Routes routes, Routes.Route get) {
    return routes.all().stream()
        .anyMatch(r -> r.method().equals(HandlerType.HEAD) && r.path().equals(get.path()));
  }

  /** Short answers, as those of redirects, are text in the server's own characters. */
  private static void sayCharacters(Context http) {
    if ("text/plain".equals(http.res().getContentType())) {
      http.contentType("text/plain; charset=utf-8");
    }
  }

  private static void settings(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = LARGEST_REQUEST;
    config.http.prefer405over404 = true;
    config.http.generateEtags = false;
    config.jsonMapper(new JavalinJackson(CallJson.mapper(), false));
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/static";
          files.directory = "/static";
          files.location = Location.CLASSPATH;
          files.headers.put("Cache-Control", "max-age=300");
        });
    config.jetty.modifyServer(
        server -> {
          server.setStopTimeout(STOP_MS);
          server.setErrorHandler(WebServer::unreadable);
          server.setHandler(new TooLarge(new EagerContentHandler(wholeBodies())));
        });
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setUriCompliance(ANY_CALL_ID);
        });
    config.jetty.modifyServletContextHandler(
        context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
  }

  /**
   * A body is waited for before a thread takes the request: whoever sends slowly holds up nobody.
   */
  private static RetainedContentLoaderFactory wholeBodies() {
    return new RetainedContentLoaderFactory(LARGEST_REQUEST, BYTES_A_CHUNK, true);
  }

  /** The answer to what is no request, so that no page of the library shows. */
  private static boolean unreadable(Request request, Response response, Callback callback) {
    response.getHeaders().put("Content-Type", "text/plain; charset=utf-8");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("Content-Security-Policy", SecurityHeaders.POLICY);
    if (response.getStatus() == HttpStatus.PAYLOAD_TOO_LARGE_413) {
      String sentence =
          "This is too large: send less than " + LARGEST_REQUEST / 1024 + " KB at once.\n";
      response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
      TooLarge.answerAfterBody(
          request, callback, () -> Content.Sink.write(response, true, sentence, callback));
    } else {
      Content.Sink.write(response, true, "This request cannot be read.\n", callback);
    }
    return true;
  }

  public int port() {
    return javalin.port();
  }

  /** The certificate in words; empty without TLS of the server's own. */
  public Optional<String> certificate() {
    return tls.map(ServerTls::certificate);
  }

  /** Every route, for those who look after access. */
  public List<Routes.Route> routes() {
    return routes.all();
  }

  /** Finishes what is being answered, but waits for nobody for ever, then stops. */
  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (JavalinException e) {
      // A request that had not ended after STOP_MS, most likely; what is behind must close all the
      // same.
      LOG.warn("stopped, but not in order: {}", String.valueOf(e.getCause()));
    }
    tls.ifPresent(ServerTls::close);
  }
}
