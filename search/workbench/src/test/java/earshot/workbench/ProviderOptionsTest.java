package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.provider.ProviderSettings;
import earshot.workbench.web.WebServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What is said at the command line about the company's provider. */
class ProviderOptionsTest {
  private static final WebServer.Address LOOPBACK = new WebServer.Address("127.0.0.1", 8080, false);
  private static final WebServer.Address PROXY = new WebServer.Address("127.0.0.1", 8080, true);

  @TempDir Path folder;
  private Path secret;
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void aSecret() throws IOException {
    secret = Files.writeString(folder.resolve("secret"), "hush-hush\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
  }

  @Command(name = "serve")
  private static final class Serve implements Callable<Integer> {
    @Mixin ProviderOptions company = new ProviderOptions();
    private final WebServer.Address address;
    private Optional<ProviderSettings> settings = Optional.empty();

    Serve(WebServer.Address address) {
      this.address = address;
    }

    @Override
    public Integer call() throws IOException {
      settings = company.settings(address);
      return 0;
    }
  }

  private int run(Serve serve, List<String> arguments) {
    return new CommandLine(serve)
        .setErr(new PrintWriter(err, true))
        .execute(
            arguments.stream()
                .map(a -> a.equals("SECRET") ? secret.toString() : a)
                .toArray(String[]::new));
  }

  private static List<String> complete(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--oidc-issuer",
                "https://login.example.com",
                "--oidc-client-id",
                "earshot",
                "--oidc-secret-file",
                "SECRET"));
    all.addAll(List.of(more));
    return all;
  }

  @Test
  void withoutAnIssuerThereIsNoProvider() {
    Serve serve = new Serve(PROXY);
    assertThat(run(serve, List.of())).isZero();
    assertThat(serve.settings).isEmpty();
  }

  @Test
  void everythingArrives() {
    Serve serve = new Serve(PROXY);
    assertThat(
            run(
                serve,
                complete(
                    "--public-url",
                    "https://quality.example.com:8443/",
                    "--oidc-role",
                    "reviewer=cn=quality,ou=people",
                    "--oidc-role",
                    "supervisor=leads",
                    "--oidc-team",
                    "North=n",
                    "--oidc-scopes",
                    "openid groups",
                    "--oidc-name",
                    "Pelham Water")))
        .as(err.toString())
        .isZero();
    assertThat(serve.settings)
        .hasValueSatisfying(
            s -> {
              assertThat(s.publicAddress())
                  .contains(URI.create("https://quality.example.com:8443"));
              assertThat(s.scopes()).containsExactly("openid", "groups");
              assertThat(s.mapping().orElseThrow().roles().get(0).group())
                  .isEqualTo("cn=quality,ou=people");
              assertThat(s.toString()).contains("Pelham Water").doesNotContain("hush");
            });
  }

  @Test
  void onLoopbackTheAddressIsKnown() {
    Serve serve = new Serve(LOOPBACK);
    assertThat(run(serve, complete())).isZero();
    assertThat(serve.settings.orElseThrow().mapping()).isEmpty();
  }

  record Mistake(List<String> arguments, String said) {}

  static Stream<Mistake> mistakes() {
    String url = "https://quality.example.com";
    return Stream.of(
        new Mistake(List.of("--oidc-client-id", "x"), "--oidc-issuer is missing"),
        new Mistake(List.of("--oidc-issuer", "https://a.example"), "needs --oidc-client-id"),
        new Mistake(
            List.of(
                "--oidc-issuer", "https://a.example", "--oidc-client-id", "x", "--public-url", url),
            "EARSHOT_OIDC_SECRET"),
        new Mistake(complete(), "needs --public-url"),
        new Mistake(complete("--public-url", "http://quality.example.com"), "must be https"),
        new Mistake(complete("--public-url", url + "/earshot"), "without path"),
        new Mistake(complete("--public-url", url, "--oidc-scopes", "email"), "must hold openid"),
        new Mistake(complete("--public-url", url, "--oidc-role", "boss=x"), "roles are"),
        new Mistake(complete("--public-url", url, "--oidc-team", "North=x"), "--oidc-role"),
        new Mistake(plain("http://login.example.com", url), "plain http only on this machine"),
        new Mistake(plain("https://login.example.com?x=y", url), "no query"),
        new Mistake(plain("login.example.com", url), "must be https://HOST"));
  }

  private static List<String> plain(String issuer, String url) {
    List<String> all = complete("--public-url", url);
    all.set(1, issuer);
    return all;
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesAreNamed(Mistake mistake) {
    assertThat(run(new Serve(PROXY), mistake.arguments())).isEqualTo(2);
    assertThat(err.toString()).contains(mistake.said()).doesNotContain("hush");
  }

  @Test
  void accountsWithoutPasswordAreMadeAndLinked() throws Exception {
    String data = Files.createDirectories(folder.resolve("data")).toString();
    assertThat(users(data, "add", "rita", "--role", "reviewer", "--no-password")).isZero();
    List<String> link =
        List.of("link", "rita", "--issuer", "https://login.example.com", "--subject", "7");
    assertThat(users(data, link.toArray(String[]::new))).isZero();
    assertThat(users(data, link.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString()).contains("subject '7' of that issuer has an account already");
    assertThat(users(data, "link", "eve", "--issuer", "https://a.example", "--subject", "8"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("there is no account 'eve'");
  }

  private int users(String data, String... arguments) {
    List<String> all = new ArrayList<>(List.of("users"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", data));
    return EarshotCommand.commandLine()
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }
}
