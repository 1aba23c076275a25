package earshot.model;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.call.CallJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The machine-readable list that lies beside the published archives. */
final class PublishedList {
  private final HttpFetch fetch;
  private final long longest;

  PublishedList(HttpFetch fetch, long longest) {
    this.fetch = fetch;
    this.longest = longest;
  }

  /**
   * What the list says of one archive.
   *
   * @param md5 32 lower-case hex digits
   * @param bytes -1 when the list does not say
   */
  record Entry(String md5, long bytes) {}

  /**
   * One try. Empty when there is no list, the model is not in it, or it has no checksum there.
   *
   * @throws ModelException when the list cannot be understood
   */
  Optional<Entry> attempt(URI uri, String name) throws IOException, InterruptedException {
    HttpResponse<InputStream> response = fetch.get(uri, Map.of());
    try (InputStream body = new StallGuard(response.body(), fetch.stall())) {
      int status = response.statusCode();
      if (status == 408 || status == 429 || status >= 500) {
        throw new IOException("it answers " + status);
      }
      if (status != 200) {
        return Optional.empty();
      }
      byte[] json = body.readNBytes((int) longest + 1);
      if (json.length > longest) {
        throw new ModelException(uri + " is longer than " + longest + " bytes: no list of models");
      }
      return find(parse(uri, json), name);
    }
  }

  private static JsonNode parse(URI uri, byte[] json) throws ModelException {
    try {
      JsonNode list = CallJson.mapper().readTree(json);
      if (list.isArray()) {
        return list;
      }
    } catch (IOException e) {
      // Said below; the parser's message would quote the page.
    }
    throw new ModelException(uri + " is no list of models: expected a JSON array");
  }

  private static Optional<Entry> find(JsonNode list, String name) {
    for (JsonNode model : list) {
      String md5 = model.path("md5").asText("").toLowerCase(Locale.ROOT);
      if (model.path("name").asText("").equals(name) && md5.matches("[0-9a-f]{32}")) {
        return Optional.of(new Entry(md5, model.path("size").asLong(-1)));
      }
    }
    return Optional.empty();
  }
}
