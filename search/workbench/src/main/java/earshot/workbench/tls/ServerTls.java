package earshot.workbench.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends TLS in the server: versions 1.3 and 1.2, suites with forward secrecy and authenticated
 * encryption only. Looks at its files every minute and takes a renewed certificate for new
 * connections; one that is not fit is refused with a line in the log, and the old one stays.
 * Thread-safe.
 */
public final class ServerTls implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServerTls.class);

  private static final Duration EVERY = Duration.ofMinutes(1);

  /** Renewal is due long before: certificates that renew by themselves do so at 30 days. */
  private static final Duration SOON = Duration.ofDays(14);

  private static final Duration REMIND = Duration.ofDays(1);

  static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

  /** Patterns over the names of the suites that Java has; its order of preference stays. */
  static final List<String> SUITES =
      List.of(
          "TLS_AES_(128|256)_GCM_SHA(256|384)",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_(ECDSA|RSA)_WITH_AES_(128|256)_GCM_SHA(256|384)",
          "TLS_ECDHE_(ECDSA|RSA)_WITH_CHACHA20_POLY1305_SHA256");

  private final TlsFiles files;
  private final Clock clock;

  /** Of a key store that is in memory only; Java wants one. */
  private final String password = password();

  private final SslContextFactory.Server factory = new SslContextFactory.Server();
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread made = new Thread(work, "certificate");
            made.setDaemon(true);
            return made;
          });
  private ServedCertificate served;
  private String looked;
  private Instant reminded = Instant.MIN;

  private ServerTls(TlsFiles files, Clock clock) throws IOException {
    this.files = files;
    this.clock = clock;
    this.looked = state();
    this.served = ServedCertificate.read(files, clock.instant());
    factory.setKeyStore(served.keyStore(password));
    factory.setKeyManagerPassword(password);
    factory.setIncludeProtocols(VERSIONS.toArray(String[]::new));
    factory.setIncludeCipherSuites(SUITES.toArray(String[]::new));
    factory.setExcludeCipherSuites();
    factory.setUseCipherSuitesOrder(true);
    factory.setRenegotiationAllowed(false);
  }

  /**
   * Reads and checks the files, and watches them from now on.
   *
   * @throws IOException naming the file that is not fit and what to do
   */
  public static ServerTls open(TlsFiles files, Clock clock) throws IOException {
    return open(files, clock, EVERY);
  }

  /**
   * Only reads and checks the files.
   *
   * @throws IOException naming the file that is not fit and what to do
   */
  public static void check(TlsFiles files, Clock clock) throws IOException {
    ServedCertificate.read(files, clock.instant());
  }

  static ServerTls open(TlsFiles files, Clock clock, Duration every) throws IOException {
    ServerTls tls = new ServerTls(files, clock);
    if (PrivateKeyFile.open(files.key())) {
      LOG.warn("--tls-key: every user of this machine may read {}; chmod 600", files.key());
    }
    tls.remind();
    var unused =
        tls.thread.scheduleWithFixedDelay(
            tls::lookAgain, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    return tls;
  }

  /** Listens for HTTP/1.1 over TLS; what is not TLS is cut off. */
  public ServerConnector connector(Server server, HttpConfiguration http) {
    HttpConfiguration https = new HttpConfiguration(http);
    // Monitors ask by address: which name was asked for is not compared with the certificate.
    https.addCustomizer(new SecureRequestCustomizer(false));
    return new ServerConnector(
        server, new SslConnectionFactory(factory, "http/1.1"), new HttpConnectionFactory(https));
  }

  /** In words: for whom the certificate is, and until when. */
  public synchronized String certificate() {
    List<String> names = served.names();
    return "for "
        + (names.isEmpty() ? "no name, so that browsers refuse it" : String.join(", ", names))
        + ", valid until "
        + served.until();
  }

  private void lookAgain() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.error("the certificate could not be looked at: {}", e.getClass().getName());
    }
  }

  private synchronized void look() {
    String now = state();
    if (!now.equals(looked)) {
      looked = now;
      take();
    }
    remind();
  }

  private void take() {
    try {
      ServedCertificate fresh = ServedCertificate.read(files, clock.instant());
      serve(fresh.keyStore(password));
      served = fresh;
      reminded = Instant.MIN;
      LOG.info("new certificate, {}", certificate());
    } catch (IOException e) {
      LOG.warn("{}; the certificate from before stays", e.getMessage());
    }
  }

  private void serve(KeyStore store) {
    try {
      factory.reload(changed -> changed.setKeyStore(store));
    } catch (Exception e) {
      throw new IllegalStateException("the new certificate is not taken", e);
    }
  }

  private synchronized void remind() {
    Instant now = clock.instant();
    if (now.isAfter(served.until().minus(SOON)) && now.isAfter(reminded.plus(REMIND))) {
      reminded = now;
      LOG.warn("the certificate in {} expires at {}", files.certificate(), served.until());
    }
  }

  /** Tells whether files changed, by what is in them: links and times may say otherwise. */
  private String state() {
    MessageDigest digest = sha256();
    Stream.concat(Stream.of(files.certificate(), files.key()), files.keyPassword().stream())
        .forEach(file -> digest.update(sha256().digest(bytes(file))));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String password() {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Stops watching the files. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
