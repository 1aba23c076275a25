package earshot.workbench;

import earshot.workbench.provider.ClientSecret;
import earshot.workbench.provider.ProviderLimits;
import earshot.workbench.provider.ProviderSettings;
import earshot.workbench.provider.RoleMapping;
import earshot.workbench.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --oidc-...}: the company's identity provider. */
final class ProviderOptions {
  private static final String SECRET = "EARSHOT_OIDC_SECRET";

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "Where people reach the workbench, without path; needed for --oidc-issuer.")
  private @Nullable URI publicUrl;

  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      description =
          "People may sign in at this OpenID Connect provider too; as its tokens write it.")
  private @Nullable String issuer;

  @Option(
      names = "--oidc-client-id",
      paramLabel = "ID",
      description = "Name of this workbench at the provider.")
  private @Nullable String clientId;

  @Option(
      names = "--oidc-secret-file",
      paramLabel = "FILE",
      description =
          "Holds the client secret in its first line; or the environment does, in " + SECRET + ".")
  private @Nullable Path secretFile;

  @Option(
      names = "--oidc-scopes",
      paramLabel = "SCOPES",
      defaultValue = "openid profile email",
      description = "What to ask the provider for (default: ${DEFAULT-VALUE}).")
  private String scopes = "";

  @Option(
      names = "--oidc-role",
      paramLabel = "ROLE=GROUP",
      description =
          "People of this group have this role; repeat it, the first that fits counts. Without any,"
              + " people need an account: earshot users --help")
  private List<String> roles = new ArrayList<>();

  @Option(
      names = "--oidc-team",
      paramLabel = "TEAM=GROUP",
      description = "Supervisors of this group see this team; repeat it.")
  private List<String> teams = new ArrayList<>();

  @Option(
      names = "--oidc-groups-claim",
      paramLabel = "CLAIM",
      defaultValue = "groups",
      description = "Where ID tokens list groups, such as realm.roles (default: ${DEFAULT-VALUE}).")
  private String groupsClaim = "";

  @Option(
      names = "--oidc-agent-claim",
      paramLabel = "CLAIM",
      defaultValue = "agent_id",
      description = "Where ID tokens have the id of an agent (default: ${DEFAULT-VALUE}).")
  private String agentClaim = "";

  @Option(
      names = "--oidc-name",
      paramLabel = "NAME",
      defaultValue = "your company account",
      description = "On the button: sign in with ... (default: ${DEFAULT-VALUE}).")
  private String name = "";

  /**
   * What was asked for; empty without an issuer.
   *
   * @throws IOException when the secret cannot be read
   * @throws CommandLine.ParameterException when something is missing or wrong
   */
  Optional<ProviderSettings> settings(WebServer.Address address) throws IOException {
    String given = issuer;
    if (given == null) {
      if (clientId != null || secretFile != null || !roles.isEmpty() || !teams.isEmpty()) {
        throw wrong("--oidc-issuer is missing");
      }
      return Optional.empty();
    }
    String client = clientId;
    if (client == null) {
      throw wrong("--oidc-issuer needs --oidc-client-id");
    }
    boolean here = !address.behindProxy() && ProviderSettings.loopback(address.host());
    if (publicUrl == null && !here) {
      throw wrong("--oidc-issuer needs --public-url, the address that people type in");
    }
    ClientSecret secret = secret();
    try {
      return Optional.of(
          new ProviderSettings(
              given,
              client,
              secret,
              List.of(scopes.strip().split("\\s+")),
              mapping(),
              Optional.ofNullable(publicUrl),
              name,
              ProviderLimits.usual()));
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private ClientSecret secret() throws IOException {
    Path file = secretFile;
    if (file != null) {
      return new ClientSecret(SecretFile.firstLine("--oidc-secret-file", file));
    }
    String secret = System.getenv(SECRET);
    if (secret == null || secret.isBlank()) {
      throw wrong("--oidc-issuer needs --oidc-secret-file, or " + SECRET + " in the environment");
    }
    return new ClientSecret(secret.strip());
  }

  private Optional<RoleMapping> mapping() {
    if (roles.isEmpty()) {
      if (!teams.isEmpty()) {
        throw new IllegalArgumentException("--oidc-team needs --oidc-role supervisor=GROUP");
      }
      return Optional.empty();
    }
    return Optional.of(
        new RoleMapping(
            groupsClaim,
            agentClaim,
            roles.stream().map(RoleMapping.RoleOfGroup::parse).toList(),
            teams.stream().map(RoleMapping.TeamOfGroup::parse).toList()));
  }

  private CommandLine.ParameterException wrong(@Nullable String what) {
    return new CommandLine.ParameterException(spec.commandLine(), String.valueOf(what));
  }
}
