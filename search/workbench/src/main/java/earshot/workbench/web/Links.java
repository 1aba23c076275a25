package earshot.workbench.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of pages, with everything in them encoded. */
public final class Links {
  private Links() {}

  /** The page of a call. */
  public static String call(String callId) {
    return "/calls/" + segment(callId);
  }

  /**
   * The page of a call, ready to play from a moment.
   *
   * @param seconds from the start of the audio
   */
  public static String call(String callId, double seconds) {
    return call(callId) + "?t=" + time(seconds);
  }

  private static String time(double seconds) {
    BigDecimal exact = BigDecimal.valueOf(seconds).setScale(2, RoundingMode.HALF_UP);
    return exact.stripTrailingZeros().toPlainString();
  }

  /**
   * The page that makes a clip of a part of a call.
   *
   * @param start seconds from the start of the audio; {@code end} likewise
   */
  public static String newClip(String callId, double start, double end) {
    return "/clips/new?call_id=" + value(callId) + "&start=" + time(start) + "&end=" + time(end);
  }

  /** An address with more parameters, already encoded: {@code a=b&c=d}. */
  public static String with(String address, String parameters) {
    return parameters.isEmpty()
        ? address
        : address + (address.indexOf('?') < 0 ? "?" : "&") + parameters;
  }

  /** A text as one part of a path. */
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A text as the value of a query parameter. */
  public static String value(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
