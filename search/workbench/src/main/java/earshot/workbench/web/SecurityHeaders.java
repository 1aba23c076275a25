package earshot.workbench.web;

import io.javalin.http.Context;

/** Headers of every answer. */
final class SecurityHeaders {
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "media-src 'self' blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; "
          + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

  private final boolean https;

  /**
   * @param https whether people reach the server by HTTPS, directly or through a proxy
   */
  SecurityHeaders(boolean https) {
    this.https = https;
  }

  void set(Context http) {
    http.header("Content-Security-Policy", POLICY);
    http.header("X-Content-Type-Options", "nosniff");
    http.header("Referrer-Policy", "same-origin");
    http.header("Cross-Origin-Opener-Policy", "same-origin");
    http.header("Cross-Origin-Resource-Policy", "same-origin");
    http.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    http.header("X-Request-Id", RequestId.of(http));
    if (!http.path().startsWith("/static/")) {
      http.header("Cache-Control", "no-store");
    }
    if (https) {
      http.header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }
}
