package earshot.score.check;

import earshot.call.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Answers one question. Implementations hold no state of a call and are thread-safe. */
public interface Check {
  Verdict answer(Case call);

  /** Families without which it cannot answer; a language that has none of them gets UNKNOWN. */
  Set<String> needs();

  /** Families that it looks for: those that it needs and those that only refine its answer. */
  default Set<String> searches() {
    return needs();
  }

  /**
   * The places that its answer rests on, and those that nearly are such places.
   *
   * @param answer its own to the call
   */
  default List<Place> places(Case call, Verdict answer) {
    List<Place> places = new ArrayList<>();
    answer.evidence().forEach(e -> places.add(Place.hit(e)));
    Evidence near = answer.nearMiss();
    if (near != null) {
      places.add(Place.near(near, "the nearest that was found"));
    }
    return places;
  }

  /** {@code phrase} or {@code metric}: what the answer rests on. */
  String layer();

  /** Changes whenever its answers may change; part of the hash of the rules. */
  int version();
}
