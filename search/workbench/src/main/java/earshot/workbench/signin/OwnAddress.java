package earshot.workbench.signin;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;

/**
 * Where people reach the workbench. Never taken from what a request says of itself: the identity
 * provider sends codes there.
 *
 * @param said what the operator said; empty for the address the server listens on
 * @param host that the server listens on
 */
public record OwnAddress(Optional<URI> said, String host) {

  /** Scheme, host and port, without a slash at the end. */
  String of(Context http) {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return said.map(URI::toString)
        .orElseGet(() -> "http://" + name + ":" + http.req().getLocalPort());
  }
}
