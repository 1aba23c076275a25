package earshot.workbench.calibration;

import earshot.call.CallRecord;
import earshot.workbench.account.Role;
import earshot.workbench.account.SignedIn;
import earshot.workbench.calibration.CalibrationSet.Given;
import earshot.workbench.erase.Mentions;
import earshot.workbench.lookup.CallLookup;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which sets concern somebody, and which of their calls somebody may see. */
final class SetAccess {
  /** The path of one set's page. */
  static final String ONE = "/calibration/{calibration_id}";

  private final CalibrationStore store;
  private final CallLookup calls;

  SetAccess(CalibrationStore store, CallLookup calls) {
    this.store = store;
    this.calls = calls;
  }

  /** The newest first. */
  List<CalibrationSet> sets(SignedIn who) {
    return store.all().stream().filter(set -> concerns(set, who)).toList();
  }

  /** The set that a request names; what does not concern one is as absent as what is not there. */
  CalibrationSet set(Context http, SignedIn who) {
    String id = http.pathParam("calibration_id");
    return (id.matches("\\d{1,15}")
            ? store.find(Long.parseLong(id))
            : Optional.<CalibrationSet>empty())
        .filter(set -> concerns(set, who))
        .orElseThrow(() -> new NotFoundResponse("no such set"));
  }

  private static boolean concerns(CalibrationSet set, SignedIn who) {
    String name = who.account().name();
    return who.role() == Role.ADMIN || set.by().equals(name) || set.reviewers().contains(name);
  }

  /** The place in the set that a request names. */
  static int place(Context http, CalibrationSet set) {
    String place = http.pathParam("place");
    if (!place.matches("\\d{1,3}") || Integer.parseInt(place) >= set.calls().size()) {
      throw new NotFoundResponse("no such call in the set");
    }
    return Integer.parseInt(place);
  }

  /**
   * A call of the set with the machine's answers; empty when it is erased or out of one's scope.
   */
  Optional<CallRecord> call(CalibrationSet set, int place, SignedIn who) throws IOException {
    return erased(set, place)
        ? Optional.empty()
        : calls.findRecorded(set.calls().get(place), who.scope());
  }

  /** The calls of the set that one may see, by their places. */
  Map<Integer, CallRecord> seen(CalibrationSet set, SignedIn who) throws IOException {
    Map<Integer, CallRecord> seen = new TreeMap<>();
    for (int place = 0; place < set.calls().size(); place++) {
      Optional<CallRecord> call = call(set, place, who);
      if (call.isPresent()) {
        seen.put(place, call.get());
      }
    }
    return seen;
  }

  /**
   * The page of the next call about which somebody has said nothing yet.
   *
   * @param after place from which to look on, and then from the first; -1 for the first
   * @return null when none waits but the one at that place
   */
  @Nullable String next(CalibrationSet set, int after, SignedIn who) throws IOException {
    Set<Integer> answered =
        store.answers(set.id()).stream()
            .filter(given -> given.by().equals(who.account().name()))
            .map(Given::place)
            .collect(Collectors.toSet());
    int size = set.calls().size();
    for (int step = 1; step <= size; step++) {
      int place = (after + step) % size;
      if (place != after && !answered.contains(place) && call(set, place, who).isPresent()) {
        return set.sheet(place);
      }
    }
    return null;
  }

  /** An erased call tells nothing but that it was there. */
  static boolean erased(CalibrationSet set, int place) {
    return set.calls().get(place).equals(Mentions.ERASED);
  }
}
