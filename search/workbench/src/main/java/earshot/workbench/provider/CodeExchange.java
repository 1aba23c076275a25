package earshot.workbench.provider;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.workbench.provider.SignInRefusedException.Reason;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Redeems a code for an ID token, from server to server. Thread-safe. */
final class CodeExchange {
  private final ProviderSettings settings;
  private final ProviderHttp http;

  CodeExchange(ProviderSettings settings, ProviderHttp http) {
    this.settings = settings;
    this.http = http;
  }

  /** The token as it came; nobody has looked at it yet. */
  String idToken(Metadata metadata, String code, String verifier, String redirect)
      throws ProviderUnavailableException, SignInRefusedException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirect);
    form.put("code_verifier", verifier);
    if (!metadata.basic()) {
      form.put("client_id", settings.clientId());
      form.put("client_secret", settings.secret().value());
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(metadata.token())
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
    if (metadata.basic()) {
      request.header("Authorization", "Basic " + credentials());
    }
    return read(http.send(request));
  }

  private static String read(ProviderHttp.Answer answer)
      throws ProviderUnavailableException, SignInRefusedException {
    JsonNode json = answer.json();
    if (answer.status() >= 500 || answer.status() == 429) {
      throw new ProviderUnavailableException("the token endpoint answered " + answer.status());
    }
    if (answer.status() != 200) {
      String error = IdentityProvider.word(json.path("error").asText());
      if (error.equals("invalid_client") || error.equals("unauthorized_client")) {
        throw new ProviderUnavailableException(
            "it does not accept the client id and secret of this workbench: " + error);
      }
      throw new SignInRefusedException(Reason.NOT_TRUSTED, "the code: " + error);
    }
    String token = json.path("id_token").asText();
    if (token.isEmpty()) {
      throw new SignInRefusedException(Reason.NOT_TRUSTED, "no ID token");
    }
    return token;
  }

  /** Id and secret are encoded as in forms first (RFC 6749, 2.3.1). */
  private String credentials() {
    String both = encoded(settings.clientId()) + ":" + encoded(settings.secret().value());
    return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + encoded(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
