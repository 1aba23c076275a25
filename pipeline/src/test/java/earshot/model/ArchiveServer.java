package earshot.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A web server on the loopback address with archives on it, and ways to go wrong. Knows byte
 * ranges, ETag and If-Range, as the servers of archives do.
 */
public final class ArchiveServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private long clientBytes;

  public ArchiveServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The folder of the archives, without a slash at its end. */
  public URI base() {
    return URI.create(
        "http://"
            + server.getAddress().getAddress().getHostAddress()
            + ":"
            + server.getAddress().getPort()
            + "/models");
  }

  /** What was asked for, in order: path, and the first byte where it was not 0. */
  List<String> requests() {
    return requests;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String range = exchange.getRequestHeaders().getFirst("Range");
    requests.add(path + (range == null ? "" : " " + range));
    HttpHandler handler = handlers.get(path);
    try (exchange) {
      if (handler == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        handler.handle(exchange);
      }
    }
  }

  void on(String file, HttpHandler handler) {
    handlers.put("/models/" + file, handler);
  }

  /** Serves the bytes, whole or from where they are asked. */
  public void serve(String file, byte[] bytes) {
    on(file, exchange -> send(exchange, bytes, etag(bytes), bytes.length));
  }

  /**
   * Tells the server what the client has of the archive, so that it can cut off after just that.
   */
  synchronized void clientHas(long bytes) {
    clientBytes = bytes;
    notifyAll();
  }

  private synchronized void awaitClientHas(long bytes) {
    try {
      while (clientBytes < bytes) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Cuts the connection off after some bytes of each of the first answers, once the client has
   * them: {@link #clientHas} must be called.
   */
  void serveCutOff(String file, byte[] bytes, int bytesAnAnswer, int times) {
    AtomicInteger answers = new AtomicInteger();
    on(
        file,
        exchange -> {
          boolean cut = answers.incrementAndGet() <= times;
          int from = send(exchange, bytes, etag(bytes), cut ? bytesAnAnswer : bytes.length);
          if (cut) {
            awaitClientHas(from + bytesAnAnswer);
          }
        });
  }

  /** Sends some bytes, then nothing more until the server is closed. */
  void serveAndFallSilent(String file, byte[] bytes, int bytesSent) {
    on(
        file,
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes, 0, bytesSent);
          exchange.getResponseBody().flush();
          awaitClosing();
        });
  }

  /** Takes the request and does not answer until the server is closed. */
  void neverAnswer(String file) {
    on(file, exchange -> awaitClosing());
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void redirect(String file, String location) {
    on(
        file,
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(302, -1);
        });
  }

  /** The published list with one model in it. */
  public void list(String name, String md5, long size) {
    String json =
        "[{\"lang\":\"xx\",\"name\":\"other\",\"md5\":\"\"},"
            + "{\"lang\":\"en\",\"lang_text\":\"English\",\"md5\":\"%s\",\"name\":\"%s\",\"size\":%d}]";
    serve("model-list.json", json.formatted(md5, name, size).getBytes(StandardCharsets.UTF_8));
  }

  static String etag(byte[] bytes) {
    return '"' + Checksum.MD5.of(bytes) + '"';
  }

  /** Returns the first byte sent. */
  static int send(HttpExchange exchange, byte[] bytes, String etag, int most) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    boolean same = etag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
    int from =
        range != null && same ? Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1")) : 0;
    exchange.getResponseHeaders().set("ETag", etag);
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, bytes.length - from);
    OutputStream body = exchange.getResponseBody();
    body.write(bytes, from, Math.min(most, bytes.length - from));
    body.flush();
    return from;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
