package earshot.workbench.signin;

import earshot.workbench.web.WebServer;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;

/**
 * Where people reach the workbench. Never taken from what a request says of itself: the identity
 * provider sends codes there.
 *
 * @param said what the operator said; empty for the address the server listens on
 * @param listens where the server listens
 */
public record OwnAddress(Optional<URI> said, WebServer.Address listens) {

  /** Scheme, host and port, without a slash at the end. */
  String of(Context http) {
    return said.map(URI::toString).orElseGet(() -> listens.url(http.req().getLocalPort()));
  }
}
