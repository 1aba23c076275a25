package earshot.workbench.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What HTTP answers to a request for the audio of a call, without any web framework: status,
 * headers, and the bytes from one to another.
 *
 * @param status 200, 206, 304 or 416
 * @param headers to send; the length is always among them where there is a body
 * @param from first byte of the body in the WAV
 * @param to byte behind its last; equal to {@code from} where there is no body
 */
public record AudioAnswer(
    RedactedAudio audio, int status, Map<String, String> headers, long from, long to) {
  public AudioAnswer {
    headers = Map.copyOf(headers);
  }

  /**
   * @param range the Range header
   * @param ifRange the If-Range header: a range of an older version is answered with the whole
   * @param ifNoneMatch the If-None-Match header
   */
  public static AudioAnswer to(
      RedactedAudio audio,
      @Nullable String range,
      @Nullable String ifRange,
      @Nullable String ifNoneMatch) {
    String etag = "\"" + audio.etag() + "\"";
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", etag);
    headers.put("Accept-Ranges", "bytes");
    headers.put("Cache-Control", "no-store");
    if (ifNoneMatch != null && (ifNoneMatch.contains(etag) || ifNoneMatch.trim().equals("*"))) {
      return new AudioAnswer(audio, 304, headers, 0, 0);
    }
    headers.put("Content-Type", "audio/wav");
    boolean older = ifRange != null && !ifRange.trim().equals(etag);
    ByteRange asked = ByteRange.of(older ? null : range, audio.length());
    if (asked instanceof ByteRange.Part part) {
      headers.put(
          "Content-Range", "bytes " + part.from() + "-" + (part.to() - 1) + "/" + audio.length());
      return answer(audio, 206, headers, part.from(), part.to());
    }
    if (asked instanceof ByteRange.Unsatisfiable) {
      headers.put("Content-Range", "bytes */" + audio.length());
      return answer(audio, 416, headers, 0, 0);
    }
    return answer(audio, 200, headers, 0, audio.length());
  }

  private static AudioAnswer answer(
      RedactedAudio audio, int status, Map<String, String> headers, long from, long to) {
    headers.put("Content-Length", Long.toString(to - from));
    return new AudioAnswer(audio, status, headers, from, to);
  }

  /** Writes the body; nothing where there is none. Not to be called for a HEAD request. */
  public void write(OutputStream out) throws IOException {
    if (to > from) {
      audio.write(out, from, to);
    }
  }
}
