package earshot.score.fact;

import earshot.call.Role;
import earshot.score.phrase.Find;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the turns in which the customer expresses dissatisfaction: outright, or by two different
 * weaker signs, or by one that the agent answers with an apology or sympathy.
 */
final class ComplaintFinder {
  private static final String OUTRIGHT = "dissatisfaction";
  private static final String SIGN = "sign-";

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
    return weak.size() >= 2 || (weak.size() == 1 && agentSympathises(turn)) ? weak : List.of();
  }

  private boolean agentSympathises(int turn) {
    double end = hearing.talk().turn(turn).end();
    return hearing.talk().countedAfter(Role.AGENT, end).stream()
        .limit(1)
        .anyMatch(
            t -> hearing.phrases().says(t, "apology") || hearing.phrases().says(t, "empathy"));
  }
}
