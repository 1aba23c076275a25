package earshot.workbench.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0, section 3).
 *
 * @param algorithms by which it signs ID tokens, of those that are safe to accept
 * @param basic whether the secret goes into a header; else into the form
 * @param namesIssuer whether every answer to a sign-in names the issuer (RFC 9207)
 */
record Metadata(
    URI authorization,
    URI token,
    URI keys,
    Optional<URI> endSession,
    Set<JWSAlgorithm> algorithms,
    boolean basic,
    boolean namesIssuer) {

  /** Signatures by a key that only the provider has: neither none nor a shared secret. */
  private static final Set<JWSAlgorithm> SAFE =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  Metadata {
    algorithms = Set.copyOf(algorithms);
  }

  static URI address(String issuer) {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    return URI.create(base + "/.well-known/openid-configuration");
  }

  /**
   * Reads the document.
   *
   * @param issuer whose it must be
   * @throws ProviderUnavailableException when it cannot be used
   */
  static Metadata read(String issuer, JsonNode json) throws ProviderUnavailableException {
    if (!issuer.equals(json.path("issuer").asText())) {
      throw new ProviderUnavailableException(
          "the provider calls itself "
              + json.path("issuer").asText("nothing")
              + " and not "
              + issuer);
    }
    try {
      return new Metadata(
          endpoint(json, "authorization_endpoint"),
          endpoint(json, "token_endpoint"),
          endpoint(json, "jwks_uri"),
          json.has("end_session_endpoint")
              ? Optional.of(endpoint(json, "end_session_endpoint"))
              : Optional.empty(),
          algorithms(json),
          basic(json),
          json.path("authorization_response_iss_parameter_supported").asBoolean(false));
    } catch (IllegalArgumentException e) {
      throw new ProviderUnavailableException("its description: " + e.getMessage(), e);
    }
  }

  private static URI endpoint(JsonNode json, String name) {
    return ProviderAddresses.checked(name, json.path(name).asText());
  }

  private static Set<JWSAlgorithm> algorithms(JsonNode json) {
    List<String> said = texts(json, "id_token_signing_alg_values_supported", "RS256");
    Set<JWSAlgorithm> safe =
        said.stream().map(JWSAlgorithm::parse).filter(SAFE::contains).collect(Collectors.toSet());
    if (safe.isEmpty()) {
      throw new IllegalArgumentException("no signature that is safe to accept among " + said);
    }
    return safe;
  }

  private static boolean basic(JsonNode json) {
    List<String> methods =
        texts(json, "token_endpoint_auth_methods_supported", "client_secret_basic");
    if (!methods.contains("client_secret_basic") && !methods.contains("client_secret_post")) {
      throw new IllegalArgumentException("no way to show a client secret among " + methods);
    }
    return methods.contains("client_secret_basic");
  }

  private static List<String> texts(JsonNode json, String name, String otherwise) {
    List<String> texts = new ArrayList<>();
    json.path(name).forEach(value -> texts.add(value.asText()));
    return texts.isEmpty() ? List.of(otherwise) : texts;
  }
}
