package earshot.workbench.alert;

import earshot.index.NoIndexException;
import earshot.index.SearchException;
import earshot.index.SearchHit;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import earshot.workbench.account.Account;
import earshot.workbench.account.Accounts;
import earshot.workbench.alert.Alerts.Find;
import earshot.workbench.saved.SavedSearch;
import earshot.workbench.saved.SavedSearches;
import earshot.workbench.search.LiveSearch;
import earshot.workbench.search.ScopedSearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for calls that are new in the index and asks every saved search with alerts whether it
 * finds them, as its owner would: within the calls that the owner may see now. Which calls are not
 * new any more is kept in the database, so that calls count that were committed by another process,
 * or while the server was stopped. Thread-safe.
 */
public final class AlertWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);
  private static final long EVERY_MS = 1_000;

  /** Calls asked about at once. */
  private static final int BATCH = 500;

  private final LiveSearch search;
  private final SavedSearches searches;
  private final Accounts accounts;
  private final Alerts alerts;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread made = new Thread(work, "alerts");
            made.setDaemon(true);
            return made;
          });
  private @Nullable Set<String> known;
  private String looked = "";

  public AlertWatch(LiveSearch search, SavedSearches searches, Accounts accounts, Alerts alerts) {
    this.search = search;
    this.searches = searches;
    this.accounts = accounts;
    this.alerts = alerts;
  }

  /** Looks every second from now on. */
  public void start() {
    var unused = thread.scheduleWithFixedDelay(this::lookAgain, 0, EVERY_MS, TimeUnit.MILLISECONDS);
  }

  private void lookAgain() {
    try {
      look();
    } catch (IOException | RuntimeException e) {
      LOG.error("new calls could not be looked at: {}", e.getClass().getName());
    }
  }

  /**
   * Looks at the calls that were committed since the last look. When it returns, every call that
   * was in the index before is known.
   */
  public synchronized void look() throws IOException {
    try {
      String commit = search.commit();
      if (commit.equals(looked)) {
        return;
      }
      Set<String> before = known == null ? alerts.known() : known;
      known = before;
      List<String> fresh =
          search.callIds().stream().filter(id -> !before.contains(id)).sorted().toList();
      for (int from = 0; from < fresh.size(); from += BATCH) {
        List<String> batch = fresh.subList(from, Math.min(from + BATCH, fresh.size()));
        alerts.raise(batch, finds(batch));
        before.addAll(batch);
      }
      looked = commit;
    } catch (NoIndexException e) {
      looked = "";
    } catch (JdbiException e) {
      // Another server on the same database may have been faster: ask it what is known.
      known = null;
      throw e;
    }
  }

  private List<Find> finds(List<String> callIds) throws IOException {
    List<SavedSearch> asking = searches.alerting();
    if (asking.isEmpty()) {
      return List.of();
    }
    Map<Long, Account> owners =
        accounts.all().stream()
            .filter(Accounts.Entry::enabled)
            .map(Accounts.Entry::account)
            .collect(Collectors.toMap(Account::id, Function.identity()));
    List<Find> finds = new ArrayList<>();
    for (SavedSearch saved : asking) {
      Account owner = owners.get(saved.accountId());
      if (owner != null) {
        finds.addAll(finds(saved, owner, callIds));
      }
    }
    return finds;
  }

  private List<Find> finds(SavedSearch saved, Account owner, List<String> callIds)
      throws IOException {
    try (ScopedSearch scoped = search.in(owner)) {
      Query query = QueryParser.parse(saved.query());
      List<Find> finds = new ArrayList<>();
      for (SearchHit hit : scoped.among(callIds, query).hits()) {
        finds.add(new Find(saved.id(), hit.callId(), hit.firstSecond().orElse(-1)));
      }
      return finds;
    } catch (QuerySyntaxException | SearchException | IllegalArgumentException e) {
      LOG.warn("saved search {} cannot be asked: {}", saved.id(), e.getClass().getSimpleName());
      return List.of();
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("new calls are still being looked at");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
