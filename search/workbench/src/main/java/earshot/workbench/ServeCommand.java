package earshot.workbench;

import earshot.command.DataOption;
import earshot.data.DataFolder;
import earshot.workbench.account.Limits;
import earshot.workbench.provider.ProviderSettings;
import earshot.workbench.tls.ServerTls;
import earshot.workbench.web.WebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code earshot serve}. */
@Command(
    name = "serve",
    description = "Opens the workbench for reviewers, supervisors and trainers in the browser.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Ends with Ctrl-C. People who use it need an account: earshot users --help",
      "",
      "Examples:",
      "  earshot serve --data quality",
      "  earshot serve --data quality --behind-proxy",
      "  earshot serve --data quality --host 0.0.0.0 --port 8443 \\",
      "    --tls-certificate /etc/earshot/fullchain.pem --tls-key /etc/earshot/key.pem",
      "  earshot serve --data quality --database 'jdbc:postgresql://db/earshot?user=earshot'",
      "",
      "With the company's sign-in (OpenID Connect), where URL/login/callback is registered:",
      "  earshot serve --data quality --behind-proxy \\",
      "    --public-url https://quality.example.com \\",
      "    --oidc-issuer https://login.example.com --oidc-client-id earshot \\",
      "    --oidc-secret-file /etc/earshot/oidc-secret \\",
      "    --oidc-role admin=it-admins --oidc-role supervisor=team-leads \\",
      "    --oidc-role reviewer=quality --oidc-team North=north --oidc-team South=south"
    })
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Mixin private DataOption data = new DataOption();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "N",
      description = "Port to listen on; 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
  private String host = "127.0.0.1";

  @Mixin private DatabaseOption database = new DatabaseOption();

  @Mixin private TlsOptions tls = new TlsOptions();

  @Option(
      names = "--behind-proxy",
      description =
          "A proxy in front ends TLS: cookies for HTTPS only, its X-Forwarded-For is believed."
              + " With --tls-certificate it speaks TLS to the workbench, too.")
  private boolean behindProxy;

  @Option(
      names = "--metrics-token-file",
      paramLabel = "FILE",
      description = "Whoever sends the first line of this file as bearer token reads /metrics.")
  private @Nullable Path metricsTokenFile;

  @Option(
      names = "--requests-a-minute",
      paramLabel = "N",
      description =
          "Requests that one account may make in a minute (default: ${DEFAULT-VALUE}); a search"
              + " counts for 4, an export, a download or a new clip for 40; 0 for any number.")
  private int requests = Limits.shipped().asked().aMinute();

  @Mixin private SecondStepOption secondStep = new SecondStepOption();

  @Mixin private ProviderOptions company = new ProviderOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    WebServer.Address address = address();
    serve(
        new WorkbenchSettings(
            data.existing(),
            address,
            database.url(),
            company.settings(address),
            secondStep.roles(),
            token(),
            limits(),
            Clock.systemUTC()));
    return 0;
  }

  private WebServer.Address address() throws IOException {
    WebServer.Address address = new WebServer.Address(host, port, behindProxy, tls.files());
    if (!address.https() && !InetAddress.getByName(host).isLoopbackAddress()) {
      LOG.warn(
          "nobody can sign in from another machine: on {} passwords and calls would cross the"
              + " network in the clear; give --tls-certificate and --tls-key, or --behind-proxy"
              + " where a proxy in front ends TLS",
          host);
    }
    if (address.tls().isPresent()) {
      // Before the database is opened: most starts that fail, fail here.
      ServerTls.check(address.tls().get(), Clock.systemUTC());
    }
    return address;
  }

  private Limits limits() {
    try {
      return Limits.shipped().withRequestsAMinute(requests);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--requests-a-minute: " + e.getMessage());
    }
  }

  private Optional<String> token() throws IOException {
    Path file = metricsTokenFile;
    if (file == null) {
      return Optional.empty();
    }
    String token = SecretFile.firstLine("--metrics-token-file", file);
    if (token.length() < 20) {
      throw new IOException(file + " must hold a token of 20 characters or more in its first line");
    }
    return Optional.of(token);
  }

  /** Serves a data folder on this machine until the process is told to end. */
  static void serve(DataFolder folder) throws IOException, InterruptedException {
    serve(
        new WorkbenchSettings(
            folder,
            new WebServer.Address("127.0.0.1", 8080, false),
            null,
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Limits.shipped(),
            Clock.systemUTC()));
  }

  private static void serve(WorkbenchSettings settings) throws IOException, InterruptedException {
    Path root = settings.folder().root();
    if (settings.address().https() && SecretFile.open(root)) {
      LOG.warn("every user of this machine may look into {}; chmod 700", root);
    }
    Workbench workbench = Workbench.start(settings);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(workbench, ended), "stop"));
    System.out.println(
        "The workbench listens on " + settings.address().url(workbench.server().port()) + "/");
    workbench.server().certificate().ifPresent(c -> System.out.println("Certificate " + c));
    boolean mapped = settings.provider().flatMap(ProviderSettings::mapping).isPresent();
    if (workbench.accounts().none() && !mapped) {
      System.out.println("Nobody can sign in yet. Make the first account, in another terminal:");
      System.out.println(
          "  earshot users add NAME --role admin --data " + settings.folder().root());
    }
    System.out.flush();
    ended.await();
  }

  private static void stop(Workbench workbench, CountDownLatch ended) {
    try {
      workbench.close();
    } catch (IOException e) {
      LOG.warn("the index did not close: {}", e.getClass().getSimpleName());
    } finally {
      ended.countDown();
    }
  }
}
