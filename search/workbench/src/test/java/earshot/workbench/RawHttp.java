package earshot.workbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Requests as bytes: what no client of good manners sends. */
final class RawHttp implements AutoCloseable {
  private final Socket socket;

  private RawHttp(int port, Duration patience) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout((int) patience.toMillis());
  }

  static RawHttp to(int port, Duration patience) throws IOException {
    return new RawHttp(port, patience);
  }

  /**
   * One request and the whole answer; the server is asked to close the connection after it. A
   * connection that ends without a byte is said and tried once more, as browsers do.
   */
  static String ask(int port, String firstLine, String headers, String body) throws IOException {
    String request =
        firstLine + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers + "\r\n";
    long start = System.nanoTime();
    String answer = askOnce(port, request, body);
    if (answer.isEmpty()) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      System.err.println("closed after " + waited.toMillis() + " ms without answer: " + firstLine);
      answer = askOnce(port, request, body);
    }
    return answer;
  }

  private static String askOnce(int port, String request, String body) throws IOException {
    try (RawHttp http = to(port, Duration.ofSeconds(30))) {
      http.send(request);
      http.send(body);
      return http.rest();
    }
  }

  /** The status of an answer. */
  static int status(String answer) {
    if (!answer.startsWith("HTTP/1.1 ")) {
      throw new AssertionError("no answer: '" + answer + "'");
    }
    return Integer.parseInt(answer.substring(9, 12));
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /** What comes until the server closes the connection. */
  String rest() throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    in.transferTo(all);
    return all.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
