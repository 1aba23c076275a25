package earshot.workbench.provider;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A company's identity provider.
 *
 * @param issuer exactly as the provider writes it in its tokens
 * @param clientId name of this workbench at the provider
 * @param scopes what to ask for; {@code openid} is among them
 * @param mapping from groups to roles; empty where admins make the accounts
 * @param publicAddress where people reach the workbench, without path; empty for the address it
 *     listens on
 * @param name on the button: sign in with ...
 */
public record ProviderSettings(
    String issuer,
    String clientId,
    ClientSecret secret,
    List<String> scopes,
    Optional<RoleMapping> mapping,
    Optional<URI> publicAddress,
    String name,
    ProviderLimits limits) {

  public ProviderSettings {
    URI address = ProviderAddresses.checked("the issuer", issuer);
    if (address.getQuery() != null) {
      throw new IllegalArgumentException("the issuer must have no query: " + issuer);
    }
    if (clientId.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("the client id and the provider's name are not empty");
    }
    scopes = List.copyOf(scopes);
    if (!scopes.contains("openid")) {
      throw new IllegalArgumentException("the scopes must hold openid");
    }
    publicAddress = publicAddress.map(ProviderSettings::withoutPath);
  }

  private static URI withoutPath(URI given) {
    URI address = ProviderAddresses.checked("the public address", given.toString());
    String path = address.getRawPath();
    if (address.getQuery() != null || !(path.isEmpty() || path.equals("/"))) {
      throw new IllegalArgumentException(
          "the public address is scheme, host and port, without path: " + given);
    }
    return URI.create(address.getScheme() + "://" + address.getRawAuthority());
  }

  /** Whether the workbench can be reached there without that being said. */
  public static boolean loopback(String host) {
    return ProviderAddresses.loopback(host);
  }
}
