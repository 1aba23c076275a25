package earshot.score.fact;

import earshot.call.Role;
import earshot.call.Word;
import earshot.score.phrase.Find;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Finds the turns in which the customer expresses dissatisfaction: outright, or by two different
 * weaker signs in one turn or in two that follow each other, or by one that the agent answers as
 * people answer a complaint. Who has complained goes on complaining with one weaker sign. Where the
 * agent answers with both sympathy and an apology, the customer has complained in words nobody
 * foresaw. A sign that was not heard clearly is none: eleven questions hang on it.
 */
final class ComplaintFinder {
  private static final String OUTRIGHT = "dissatisfaction";
  private static final String SIGN = "sign-";

  /** What an agent says when a customer has complained. */
  private static final List<String> ANSWERS =
      List.of("apology", "empathy", "deflection", "calm-down");

  /**
   * Least mean confidence of the words of a sign. Between 0.65 and 0.75 the labelled calls come out
   * alike (docs/measurements.md); what people or other programs wrote down has 1.
   */
  private static final double CLEARLY_HEARD = 0.7;

  /** Fewer words tell no story that an apology could answer. */
  private static final int SHORTEST_STORY_WORDS = 6;

  private final Hearing hearing;
  private final List<String> signs;

  ComplaintFinder(Hearing hearing) {
    this.hearing = hearing;
    this.signs =
        Stream.concat(
                hearing.pack().familyNames().stream().filter(n -> n.startsWith(SIGN)),
                Stream.of("called-before"))
            .toList();
  }

  Optional<Complaint> find() {
    List<Complaint.Expression> turns = new ArrayList<>();
    Map<String, Find> before = Map.of();
    for (int turn : hearing.talk().counted(Role.CUSTOMER)) {
      Map<String, Find> weak = weak(turn);
      List<Find> shown = shown(turn, weak, !turns.isEmpty() || addTo(weak, before));
      if (!shown.isEmpty()) {
        turns.add(new Complaint.Expression(turn, shown));
      }
      before = weak;
    }
    if (turns.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Complaint(turns, hearing.talk().turn(turns.get(0).turn()).end()));
  }

  /**
   * @param inStory whether the turn goes on with a story of trouble, so that one weak sign is
   *     enough
   */
  private List<Find> shown(int turn, Map<String, Find> weak, boolean inStory) {
    List<Find> outright = clear(OUTRIGHT, turn).toList();
    if (!outright.isEmpty()) {
      return outright;
    }
    if (weak.size() >= 2
        || (weak.size() == 1 && (inStory || answered(turn, this::asToComplaint)))) {
      return List.copyOf(weak.values());
    }
    int words = hearing.talk().forms(turn).size();
    return words >= SHORTEST_STORY_WORDS && answered(turn, this::sorryAndSympathetic)
        ? List.of(hearing.whole(turn))
        : List.of();
  }

  /** One find of each family of weaker signs; none overlaps another. */
  private Map<String, Find> weak(int turn) {
    Map<String, Find> weak = new LinkedHashMap<>();
    for (String sign : signs) {
      clear(sign, turn)
          .filter(f -> weak.values().stream().noneMatch(f::overlaps))
          .findFirst()
          .ifPresent(f -> weak.put(sign, f));
    }
    return weak;
  }

  private Stream<Find> clear(String family, int turn) {
    return hearing.phrases().in(family, turn).stream().filter(this::heardClearly);
  }

  /** What was hidden says nothing of how well the rest was heard. */
  private boolean heardClearly(Find sign) {
    return hearing.talk().turn(sign.turn()).words().subList(sign.first(), sign.last() + 1).stream()
            .filter(w -> !w.redacted())
            .mapToDouble(Word::confidence)
            .average()
            .orElse(1)
        >= CLEARLY_HEARD;
  }

  /** Whether the signs of two turns that follow each other are of different kinds. */
  private static boolean addTo(Map<String, Find> weak, Map<String, Find> before) {
    return !before.isEmpty() && !before.keySet().containsAll(weak.keySet());
  }

  private boolean answered(int turn, IntPredicate how) {
    double end = hearing.talk().turn(turn).end();
    return hearing.talk().countedAfter(Role.AGENT, end).stream().limit(1).anyMatch(how::test);
  }

  private boolean asToComplaint(int turn) {
    return ANSWERS.stream().anyMatch(family -> hearing.phrases().says(turn, family));
  }

  /** An apology and, in other words, sympathy. */
  private boolean sorryAndSympathetic(int turn) {
    List<Find> sympathy = hearing.phrases().in("empathy", turn);
    return hearing.phrases().in("apology", turn).stream()
        .anyMatch(sorry -> sympathy.stream().noneMatch(sorry::overlaps) && !sympathy.isEmpty());
  }
}
