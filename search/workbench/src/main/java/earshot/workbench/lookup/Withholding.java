package earshot.workbench.lookup;

import earshot.call.CallRecord;
import earshot.workbench.account.Account;
import earshot.workbench.account.SignedIn;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which scorecards somebody must not see yet. Until then they are to that person as if the
 * calls had none: in pages, counts, orders, queries and exports alike.
 */
@FunctionalInterface
public interface Withholding {
  /** Everybody sees everything. */
  Withholding NOTHING = who -> List.of();

  /** What is withheld from an account now; empty for nothing. */
  List<Withheld> from(Account who);

  /** The same of one call. */
  default List<Withheld> from(SignedIn who, String callId) {
    return from(who.account()).stream().filter(w -> w.callId().equals(callId)).toList();
  }

  /**
   * A scorecard that waits.
   *
   * @param form id
   * @param until what it waits for, as a title
   * @param path of the page where that stands
   */
  record Withheld(String callId, String form, String until, String path) {}

  /** The call without those scorecards, earlier ones included. */
  static CallRecord without(CallRecord call, List<Withheld> withheld) {
    if (withheld.isEmpty()) {
      return call;
    }
    Set<String> forms = withheld.stream().map(Withheld::form).collect(Collectors.toSet());
    return call.withScores(
        call.facts(),
        call.scorecards().stream().filter(card -> !forms.contains(card.form())).toList(),
        call.history().stream().filter(card -> !forms.contains(card.form())).toList());
  }
}
