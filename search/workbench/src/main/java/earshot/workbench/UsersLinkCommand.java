package earshot.workbench;

import earshot.workbench.account.ProviderIdentities;
import earshot.workbench.store.Database;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code earshot users link}. */
@Command(
    name = "link",
    description =
        "Lets somebody whom the identity provider vouches for use an account. The audit names the"
            + " subject of those who were refused.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Example:",
      "  earshot users link rita --issuer https://login.example.com --subject 248289 --data quality"
    })
final class UsersLinkCommand extends OnDatabase {
  @Parameters(paramLabel = "NAME", description = "The account.")
  private String name = "";

  @Option(
      names = "--issuer",
      required = true,
      paramLabel = "URL",
      description = "The provider, as in serve --oidc-issuer.")
  private String issuer = "";

  @Option(
      names = "--subject",
      required = true,
      paramLabel = "SUBJECT",
      description = "The provider's own name for the person: the claim sub.")
  private String subject = "";

  @Override
  void on(Database database) {
    new ProviderIdentities(database, Clock.systemUTC())
        .link(name, new ProviderIdentities.Identity(issuer, subject), UsersCommand.BY);
    say(name + " can sign in through the identity provider");
  }
}
