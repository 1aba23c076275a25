package earshot.workbench.health;

import earshot.workbench.account.Due;
import earshot.workbench.account.Role;
import earshot.workbench.account.SignedIn;
import earshot.workbench.store.Database;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Routes;
import earshot.workbench.web.Visitors;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.UnauthorizedResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/** {@code /health} for everybody, {@code /metrics} for admins and the monitor. */
public final class HealthFeature implements Feature {
  private static final String BEARER = "Bearer ";

  private final Database database;
  private final Figures figures;
  private final Visitors visitors;
  private final Optional<String> token;

  /**
   * @param token that lets a monitor read the figures without session; empty for admins only
   */
  public HealthFeature(
      Database database, Figures figures, Visitors visitors, Optional<String> token) {
    this.database = database;
    this.figures = figures;
    this.visitors = visitors;
    this.token = token;
  }

  @Override
  public void register(Routes routes) {
    routes.open(HandlerType.GET, "/health", this::health);
    routes.open(HandlerType.GET, "/metrics", this::metrics);
  }

  private void health(Context http) {
    boolean up = database.alive();
    http.status(up ? 200 : 503).json(Map.of("status", up ? "UP" : "DOWN"));
  }

  private void metrics(Context http) {
    if (!tokenGiven(http)) {
      Optional<SignedIn> who = visitors.signedIn(http);
      if (who.isEmpty()) {
        throw new UnauthorizedResponse();
      }
      if (who.get().role() != Role.ADMIN || who.get().due() != Due.NOTHING) {
        throw new ForbiddenResponse();
      }
    }
    http.contentType("text/plain; version=0.0.4; charset=utf-8").result(figures.text());
  }

  private boolean tokenGiven(Context http) {
    String header = http.header("Authorization");
    return token.isPresent()
        && header != null
        && header.startsWith(BEARER)
        && MessageDigest.isEqual(
            header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
            token.get().getBytes(StandardCharsets.UTF_8));
  }
}
