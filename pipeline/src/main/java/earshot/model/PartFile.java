package earshot.model;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What has come of a download, and a note beside it of which file on the server it is part of:
 * address, total length, and the ETag or date that tells whether the server still has that one.
 */
final class PartFile {
  private final Path part;
  private final Path note;
  private final URI uri;

  PartFile(Path part, URI uri) {
    this.part = part;
    this.note = part.resolveSibling(ModelFolder.nameOf(part) + ".note");
    this.uri = uri;
  }

  Path path() {
    return part;
  }

  /** Bytes that can be built upon; 0 when there are none of this address, or of no known state. */
  long usableBytes() throws IOException {
    return validator().isPresent() && Files.isRegularFile(part) ? Files.size(part) : 0;
  }

  /** The ETag or Last-Modified to send as If-Range. */
  Optional<String> validator() throws IOException {
    return uri.toString().equals(read("url").orElse("")) ? read("validator") : Optional.empty();
  }

  /** Total length on the server; -1 when not known. */
  long total() throws IOException {
    return read("total").map(Long::parseLong).orElse(-1L);
  }

  private Optional<String> read(String key) throws IOException {
    if (!Files.isRegularFile(note)) {
      return Optional.empty();
    }
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(note)) {
      lines.load(reader);
    }
    return Optional.ofNullable(lines.getProperty(key));
  }

  /** Forgets what was there; the bytes of this answer follow. */
  void startAnew(HttpHeaders headers, long total) throws IOException {
    delete();
    Properties lines = new Properties();
    lines.setProperty("url", uri.toString());
    lines.setProperty("total", String.valueOf(total));
    // A weak ETag says that two versions mean the same, not that their bytes are equal.
    headers
        .firstValue("ETag")
        .filter(tag -> !tag.startsWith("W/"))
        .or(() -> headers.firstValue("Last-Modified"))
        .ifPresent(v -> lines.setProperty("validator", v));
    try (Writer writer = Files.newBufferedWriter(note)) {
      lines.store(writer, null);
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(note);
    Files.deleteIfExists(part);
  }
}
