package earshot.score.fact;

import earshot.call.Role;
import earshot.score.phrase.Find;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Finds the turns in which the customer expresses dissatisfaction: outright, or by two different
 * weaker signs, or by one that the agent answers as people answer a complaint. Where the agent
 * answers with both sympathy and an apology, the customer has complained in words nobody foresaw.
 */
final class ComplaintFinder {
  private static final String OUTRIGHT = "dissatisfaction";
  private static final String SIGN = "sign-";

  /** What an agent says when a customer has complained. */
  private static final List<String> ANSWERS =
      List.of("apology", "empathy", "deflection", "calm-down");

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
    for (int turn : hearing.talk().counted(Role.CUSTOMER)) {
      List<Find> shown = shown(turn);
      if (!shown.isEmpty()) {
        turns.add(new Complaint.Expression(turn, shown));
      }
    }
    if (turns.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Complaint(turns, hearing.talk().turn(turns.get(0).turn()).end()));
  }

  private List<Find> shown(int turn) {
    List<Find> outright = hearing.phrases().in(OUTRIGHT, turn);
    if (!outright.isEmpty()) {
      return outright;
    }
    List<Find> weak = new ArrayList<>();
    for (String sign : signs) {
      hearing.phrases().in(sign, turn).stream()
          .filter(f -> weak.stream().noneMatch(f::overlaps))
          .findFirst()
          .ifPresent(weak::add);
    }
    if (weak.size() >= 2 || (weak.size() == 1 && answered(turn, this::asToComplaint))) {
      return weak;
    }
    int words = hearing.talk().forms(turn).size();
    return words >= SHORTEST_STORY_WORDS && answered(turn, this::sorryAndSympathetic)
        ? List.of(whole(turn, words))
        : List.of();
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

  private Find whole(int turn, int words) {
    double start = hearing.talk().turn(turn).start();
    return new Find(turn, 0, words - 1, start, hearing.talk().turn(turn).end());
  }
}
