package earshot.workbench.team;

import earshot.index.NoIndexException;
import earshot.index.SearchHit;
import earshot.query.Query;
import earshot.workbench.account.Account;
import earshot.workbench.lookup.Withholding;
import earshot.workbench.lookup.Withholding.Withheld;
import earshot.workbench.search.LiveSearch;
import earshot.workbench.search.ScopedSearch;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Scorecards of which nothing is in the figures that somebody sees, because they are withheld: a
 * figure of few calls would tell what is in them, and its list of calls has them not. The calls
 * themselves are counted. Thread-safe.
 */
public final class LeftOut {
  private final Withholding withholding;
  private final LiveSearch search;

  public LeftOut(Withholding withholding, LiveSearch search) {
    this.withholding = withholding;
    this.search = search;
  }

  /** They, by the local day of their call. */
  Map<LocalDate, Set<DayReader.Card>> of(Account who) throws IOException {
    List<Withheld> withheld = withholding.from(who);
    if (withheld.isEmpty()) {
      return Map.of();
    }
    Map<LocalDate, Set<DayReader.Card>> left = new HashMap<>();
    Set<String> ids = withheld.stream().map(Withheld::callId).collect(Collectors.toSet());
    try (ScopedSearch scoped = search.in(who)) {
      for (SearchHit hit : scoped.among(ids, new Query.All()).hits()) {
        Set<DayReader.Card> cards =
            left.computeIfAbsent(hit.summary().startedAt().toLocalDate(), day -> new HashSet<>());
        withheld.stream()
            .filter(w -> w.callId().equals(hit.callId()))
            .forEach(w -> cards.add(new DayReader.Card(w.callId(), w.form())));
      }
      return left;
    } catch (NoIndexException e) {
      return Map.of();
    }
  }

  /** What to say of those that a page would have shown. */
  static List<String> notes(Map<LocalDate, Set<DayReader.Card>> left, Selection selected) {
    long calls =
        left.entrySet().stream()
            .filter(d -> !d.getKey().isBefore(selected.from()))
            .filter(d -> !d.getKey().isAfter(selected.to()))
            .flatMap(d -> d.getValue().stream())
            .filter(card -> card.form().equals(selected.form()))
            .count();
    return calls == 0
        ? List.of()
        : List.of(
            "You are asked to answer this form yourself about "
                + calls
                + " of these calls: until the calibration set is closed, their scores and answers"
                + " are in no figure here.");
  }
}
