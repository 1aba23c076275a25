package earshot.workbench.tls;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What the server agrees to, and how it takes a renewed certificate. */
@Timeout(120)
class ServerTlsTest {
  private static final Duration OFTEN = Duration.ofMillis(20);

  @TempDir Path folder;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> log =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            said.add(event.getFormattedMessage());
          }
        }
      };
  private Server server;
  private ServerTls tls;
  private int port;

  @BeforeEach
  void listening() {
    log.start();
    ((Logger) LoggerFactory.getLogger(ServerTls.class)).addAppender(log);
  }

  @AfterEach
  void stopped() throws Exception {
    ((Logger) LoggerFactory.getLogger(ServerTls.class)).detachAppender(log);
    if (server != null) {
      server.stop();
    }
    if (tls != null) {
      tls.close();
    }
  }

  private void serve(TlsFiles files) throws Exception {
    tls = ServerTls.open(files, Clock.systemUTC(), OFTEN);
    server = new Server();
    ServerConnector connector = tls.connector(server, new HttpConfiguration());
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            Content.Sink.write(response, true, "calls", callback);
            return true;
          }
        });
    server.start();
    port = connector.getLocalPort();
  }

  /** What a client sees after a handshake. */
  private record Seen(String version, String suite, List<X509Certificate> chain) {}

  private Seen seen(SSLContext client, String... versions) throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            client.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
      if (versions.length > 0) {
        socket.setEnabledProtocols(versions);
      }
      socket.startHandshake();
      return new Seen(
          socket.getSession().getProtocol(),
          socket.getSession().getCipherSuite(),
          List.of((X509Certificate[]) socket.getSession().getPeerCertificates()));
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Test
  void theNewestVersionAndTheWholeChainAreUsed() throws Exception {
    TestCertificate root = TestCertificate.rsa(2048).make();
    TestCertificate own = TestCertificate.ec().signedBy(root).make();
    serve(own.in(folder));

    assertThat(seen(own.client()).version()).isEqualTo("TLSv1.3");
    assertThat(seen(own.client()).chain()).isEqualTo(own.chain()).hasSize(2);
    Seen older = seen(own.client(), "TLSv1.2");
    assertThat(older.version()).isEqualTo("TLSv1.2");
    assertThat(older.suite()).isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
    assertThat(tls.certificate()).startsWith("for localhost, 127.0.0.1, valid until 20");
  }

  @Test
  void olderVersionsAreRefused() throws Exception {
    serve(TestCertificate.rsa(2048).make().in(folder));

    int ecdheWithAes = 0xc02f;
    int ecdheWithCbc = 0xc013;
    assertThat(ClientHello.accepted(port, ClientHello.TLS_1_2, ecdheWithAes)).isTrue();
    for (int suite : List.of(ecdheWithAes, ecdheWithCbc, 0x002f)) {
      assertThat(ClientHello.accepted(port, ClientHello.TLS_1_1, suite)).isFalse();
      assertThat(ClientHello.accepted(port, ClientHello.TLS_1_0, suite)).isFalse();
    }
  }

  @Test
  void ofAllSuitesOnlyThoseWithForwardSecrecyAndAuthenticatedEncryptionAreTaken() throws Exception {
    serve(TestCertificate.rsa(2048).make().in(folder));

    Set<Integer> taken = new TreeSet<>();
    for (int block : List.of(0x0000, 0xc000, 0xcc00)) {
      for (int suite = block; suite < block + 0x100; suite++) {
        if (ClientHello.accepted(port, ClientHello.TLS_1_2, suite)) {
          taken.add(suite);
        }
      }
    }

    // ECDHE-RSA with AES-128-GCM, with AES-256-GCM, with ChaCha20-Poly1305
    assertThat(taken).containsExactly(0xc02f, 0xc030, 0xcca8);
  }

  @Test
  void plainHttpGetsNoContent() throws Exception {
    TestCertificate own = TestCertificate.rsa(2048).make();
    serve(own.in(folder));

    try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).doesNotContain("HTTP/", "calls");
    }
    assertThat(seen(own.client()).version()).as("others are served on").isEqualTo("TLSv1.3");
  }

  @Test
  void aRenewedCertificateIsTakenAndABadOneIsNot() throws Exception {
    TestCertificate first = TestCertificate.rsa(2048).make();
    TestCertificate second = TestCertificate.ec().make();
    TlsFiles files = first.in(folder);
    serve(files);
    assertThat(seen(first.client()).chain()).isEqualTo(first.chain());

    TestCertificate.write(files.certificate(), "nothing of the kind");
    await(() -> !said.isEmpty());
    assertThat(said)
        .containsExactly(
            "--tls-certificate: "
                + files.certificate()
                + " is not PEM: no line -----BEGIN ...----- in it;"
                + " the certificate from before stays");
    assertThat(seen(first.client()).chain()).isEqualTo(first.chain());

    TestCertificate.write(files.certificate(), second.certificates());
    await(() -> said.size() > 1);
    assertThat(said.get(1)).contains(files.key().toString(), "does not belong");
    assertThat(seen(first.client()).chain()).isEqualTo(first.chain());

    second.in(folder);
    await(() -> tls.certificate().contains(second.chain().get(0).getNotAfter().toInstant() + ""));
    await(
        () -> {
          try {
            return seen(second.client()).chain().equals(second.chain());
          } catch (IOException e) {
            return false;
          }
        });
    assertThat(said).as("each bad file is told once").hasSize(2);
  }

  @Test
  void aKeyThatAllMayReadAndACertificateThatEndsSoonAreTold() throws Exception {
    Instant until = Instant.now().plus(13, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    TlsFiles files =
        TestCertificate.rsa(2048)
            .valid(Instant.now().minus(1, ChronoUnit.DAYS), until)
            .make()
            .in(folder);
    Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-r--r--"));
    serve(files);

    assertThat(said)
        .containsExactly(
            "--tls-key: every user of this machine may read " + files.key() + "; chmod 600",
            "the certificate in " + files.certificate() + " expires at " + until);
  }

  @Test
  void aGoodCertificateIsNothingToTell() throws Exception {
    serve(TestCertificate.rsa(2048).make().in(folder));
    assertThat(said).isEmpty();
  }
}
