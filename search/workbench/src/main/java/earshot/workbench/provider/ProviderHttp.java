package earshot.workbench.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the provider and reads JSON: follows no redirects, reads no more and waits no longer than
 * the limits say. Thread-safe.
 */
final class ProviderHttp {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final ProviderLimits limits;
  private final HttpClient client;

  ProviderHttp(ProviderLimits limits) {
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(limits.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** An answer that was JSON. */
  record Answer(int status, JsonNode json) {}

  /** A document that has to be there. */
  JsonNode get(URI address) throws ProviderUnavailableException {
    Answer answer = send(HttpRequest.newBuilder(address).header("Accept", "application/json"));
    if (answer.status() != 200) {
      throw new ProviderUnavailableException(address + " answered " + answer.status());
    }
    return answer.json();
  }

  /**
   * Sends a request.
   *
   * @throws ProviderUnavailableException when there is no answer in time, or it is no JSON object
   */
  Answer send(HttpRequest.Builder builder) throws ProviderUnavailableException {
    HttpRequest request = builder.timeout(limits.answer()).build();
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request, info -> new BoundedBody(limits.largestAnswer()));
    try {
      HttpResponse<byte[]> response = coming.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), json(request.uri(), response));
    } catch (TimeoutException e) {
      throw new ProviderUnavailableException(
          request.uri() + " did not answer within " + limits.answer().toMillis() + " ms", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new ProviderUnavailableException(
          request.uri() + " cannot be asked: " + cause.getClass().getSimpleName(), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderUnavailableException("the workbench is ending", e);
    } finally {
      coming.cancel(true);
    }
  }

  private static JsonNode json(URI address, HttpResponse<byte[]> response)
      throws ProviderUnavailableException {
    JsonNode json;
    try {
      json = JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new ProviderUnavailableException(noObject(address, response), e);
    } catch (IOException e) {
      throw new IllegalStateException("reading bytes in memory", e);
    }
    if (!json.isObject()) {
      throw new ProviderUnavailableException(noObject(address, response));
    }
    return json;
  }

  private static String noObject(URI address, HttpResponse<byte[]> response) {
    return address + " answered " + response.statusCode() + " without a JSON object";
  }
}
