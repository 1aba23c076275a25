package earshot.workbench.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which sessions began at the identity provider, with the token to show when they end. In memory: a
 * token says who somebody is and has no place in a database. After a restart people sign out here
 * only. Thread-safe.
 */
public final class ProviderSessions {
  /** It becomes a part of an address, and those have no longer lines everywhere. */
  private static final int LONGEST_TOKEN = 4000;

  private final Duration longest;
  private final Clock clock;
  private final Map<String, Kept> tokens = new ConcurrentHashMap<>();

  private record Kept(String token, Instant end) {}

  /**
   * @param longest time that a session can last
   */
  public ProviderSessions(Duration longest, Clock clock) {
    this.longest = longest;
    this.clock = clock;
  }

  void keep(String session, String token) {
    Instant now = clock.instant();
    tokens.values().removeIf(kept -> now.isAfter(kept.end()));
    if (token.length() <= LONGEST_TOKEN) {
      tokens.put(session, new Kept(token, now.plus(longest)));
    }
  }

  /** The session goes on under another name. */
  void rename(String session, String to) {
    Kept token = tokens.remove(session);
    if (token != null) {
      tokens.put(to, token);
    }
  }

  /** The token of a session that ends. */
  Optional<String> end(String session) {
    return Optional.ofNullable(tokens.remove(session)).map(Kept::token);
  }
}
