package earshot.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches one archive into a part file; goes on where an earlier try, or an earlier run, was cut
 * off, if the server still has the same file.
 */
final class ArchiveDownload {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+)");

  private final HttpFetch fetch;
  private final DiskSpace disk;
  private final long longest;

  /**
   * @param longest bytes, at most
   */
  ArchiveDownload(HttpFetch fetch, DiskSpace disk, long longest) {
    this.fetch = fetch;
    this.disk = disk;
    this.longest = longest;
  }

  /**
   * One try.
   *
   * @param expectedBytes -1 when not known
   * @throws ModelException for what trying again cannot mend
   * @throws IOException for what it may; what has come is kept
   */
  void attempt(URI uri, PartFile part, long expectedBytes, DownloadProgress progress)
      throws IOException, InterruptedException {
    long have = part.usableBytes();
    if (have > 0 && have == part.total()) {
      return;
    }
    Map<String, String> headers =
        have == 0
            ? Map.of()
            : Map.of("Range", "bytes=" + have + "-", "If-Range", part.validator().orElseThrow());
    HttpResponse<InputStream> response = fetch.get(uri, headers);
    try (InputStream body = new StallGuard(response.body(), fetch.stall())) {
      long start = start(uri, response, part, have);
      long total = part.total();
      checkLength(uri, total, expectedBytes);
      disk.require(part.path(), Math.max(0, total - start));
      long end = append(body, part, start, total, progress);
      if (total >= 0 && end != total) {
        throw new IOException("it ended after " + end + " of " + total + " bytes");
      }
    }
  }

  /** Where the bytes of this answer belong; notes what they are part of. */
  private static long start(URI uri, HttpResponse<InputStream> response, PartFile part, long have)
      throws IOException {
    int status = response.statusCode();
    if (status == 200) {
      part.startAnew(
          response.headers(), response.headers().firstValueAsLong("Content-Length").orElse(-1));
      return 0;
    }
    if (status == 206) {
      String range = response.headers().firstValue("Content-Range").orElse("");
      Matcher matcher = CONTENT_RANGE.matcher(range);
      if (matcher.matches()
          && Long.parseLong(matcher.group(1)) == have
          && Long.parseLong(matcher.group(2)) == part.total()) {
        return have;
      }
      part.delete();
      throw new IOException("asked to go on at byte " + have + ", it sent '" + range + "'");
    }
    if (status == 416) {
      part.delete();
      throw new IOException("it cannot go on at byte " + have);
    }
    if (status == 408 || status == 429 || status >= 500) {
      throw new IOException("it answers " + status);
    }
    throw new ModelException(
        uri
            + " answers "
            + status
            + (status == 404 ? " (not there)" : "")
            + "; check the name with: earshot models list, and the address given with --from");
  }

  private void checkLength(URI uri, long total, long expected) throws ModelException {
    if (total > longest) {
      throw new ModelException(
          uri + " is " + total + " bytes long, more than any model (" + longest + ")");
    }
    if (expected >= 0 && total >= 0 && total != expected) {
      throw new ModelException(
          uri + " is " + total + " bytes long, expected " + expected + ": another file lies there");
    }
  }

  private long append(
      InputStream body, PartFile part, long start, long total, DownloadProgress progress)
      throws IOException {
    long at = start;
    byte[] buffer = new byte[BUFFER_BYTES];
    progress.at(at, total);
    try (OutputStream out =
        Files.newOutputStream(part.path(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        at += n;
        if (at > longest) {
          throw new ModelException("more than " + longest + " bytes came: no model is that long");
        }
        out.write(buffer, 0, n);
        progress.at(at, total);
      }
    }
    return at;
  }
}
