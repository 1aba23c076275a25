package earshot.score.check;

import earshot.call.Evidence;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.score.fact.Hearing;
import earshot.score.form.Rule;
import earshot.score.form.Window;
import earshot.score.phrase.Find;
import earshot.score.phrase.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Answers a question by searching phrases in a window. */
final class RuleCheck implements Check {
  private static final int VERSION = 1;

  private final Rule rule;

  RuleCheck(Rule rule) {
    this.rule = rule;
  }

  @Override
  public Verdict answer(Case call) {
    List<Set<String>> wanted = finds(call);
    Reach reach = Reach.of(rule.window(), call);
    List<List<Find>> found = new ArrayList<>();
    for (Set<String> families : wanted) {
      found.add(find(call, families).stream().filter(reach::admits).toList());
    }
    List<Find> chosen = choose(found, 0, new ArrayList<>());
    boolean said = chosen.size() >= rule.atLeast();
    if (said) {
      List<Find> evidence =
          rule.expectSaid() ? chosen : found.stream().flatMap(List::stream).toList();
      return Verdict.said(
          rule.expectSaid(),
          rule.expectSaid() ? rule.yes() : rule.no(),
          call.hearing(),
          apart(evidence));
    }
    return Verdict.missing(
        !rule.expectSaid(),
        rule.expectSaid() ? rule.no() : rule.yes(),
        role(),
        reach.from(),
        reach.to(),
        rule.expectSaid() ? nearMiss(call, wanted, chosen, reach) : null);
  }

  /** Every find, not only those that the answer names; near are finds that something keeps out. */
  @Override
  public List<Place> places(Case call, Verdict answer) {
    Reach reach = Reach.of(rule.window(), call);
    Hearing hearing = call.hearing();
    List<Find> seen = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    List<Set<String>> wanted = finds(call);
    for (Set<String> families : wanted) {
      add(places, seen, hearing, find(call, families).stream().filter(reach::admits).toList(), "");
    }
    for (Set<String> families : wanted) {
      add(places, seen, hearing, find(call, families), "outside the time that counts");
      for (String family : families) {
        Phrases phrases = call.phrases();
        add(places, seen, hearing, phrases.all(family), "said by another party");
        add(places, seen, hearing, phrases.excepted(family), "kept out by 'except'");
        List<Find> nearly =
            phrases.nearly(family).stream()
                .filter(f -> rule.by().contains(call.talk().turn(f.turn()).role()))
                .filter(reach::admits)
                .toList();
        add(places, seen, hearing, nearly, "one word is another");
      }
    }
    return places;
  }

  private static void add(
      List<Place> places, List<Find> seen, Hearing hearing, List<Find> finds, String near) {
    for (Find find : finds) {
      if (seen.stream().noneMatch(find::overlaps)) {
        seen.add(find);
        Evidence evidence = hearing.evidence(find);
        places.add(near.isEmpty() ? Place.hit(evidence) : Place.near(evidence, near));
      }
    }
  }

  @Override
  public Set<String> searches() {
    Set<String> names = new TreeSet<>(needs());
    Set<String> outbound = rule.outbound();
    if (outbound != null) {
      names.addAll(outbound);
    }
    return names;
  }

  private List<Set<String>> finds(Case call) {
    Set<String> outbound = rule.outbound();
    return outbound != null && call.hearing().outbound() ? List.of(outbound) : rule.finds();
  }

  private List<Find> find(Case call, Set<String> families) {
    List<Find> finds = new ArrayList<>();
    for (String family : families) {
      for (Role role : rule.by()) {
        finds.addAll(call.phrases().by(role, family));
      }
    }
    finds.sort(Comparator.comparingDouble(Find::start).thenComparingInt(Find::first));
    return finds;
  }

  /** One find for as many parts as possible, no two of them sharing a word. */
  private static List<Find> choose(List<List<Find>> found, int part, List<Find> chosen) {
    if (part == found.size()) {
      return new ArrayList<>(chosen);
    }
    List<Find> best = choose(found, part + 1, chosen);
    for (Find find : found.get(part)) {
      if (chosen.stream().noneMatch(find::overlaps)) {
        chosen.add(find);
        List<Find> with = choose(found, part + 1, chosen);
        chosen.remove(chosen.size() - 1);
        if (with.size() > best.size()) {
          best = with;
        }
        if (best.size() == chosen.size() + found.size() - part) {
          return best;
        }
      }
    }
    return best;
  }

  /** Leaves out finds that share words with an earlier one. */
  private static List<Find> apart(List<Find> finds) {
    List<Find> kept = new ArrayList<>();
    for (Find find : finds) {
      if (kept.stream().noneMatch(find::overlaps)) {
        kept.add(find);
      }
    }
    return kept;
  }

  /** A part that was found, or the same words outside the window. */
  private @Nullable Evidence nearMiss(
      Case call, List<Set<String>> wanted, List<Find> chosen, Reach reach) {
    if (!chosen.isEmpty()) {
      return call.hearing().evidence(chosen.get(0));
    }
    return wanted.stream()
        .flatMap(families -> find(call, families).stream())
        .min(Comparator.comparingDouble(reach::distance))
        .map(f -> call.hearing().evidence(f))
        .orElse(null);
  }

  private Role role() {
    return rule.by().contains(Role.AGENT) ? Role.AGENT : rule.by().iterator().next();
  }

  @Override
  public Set<String> needs() {
    Set<String> names = new TreeSet<>();
    rule.finds().forEach(names::addAll);
    return names;
  }

  @Override
  public String layer() {
    return "phrase";
  }

  @Override
  public int version() {
    return VERSION;
  }

  /**
   * A window on one call.
   *
   * @param turns the turns in which a find may lie; null for all
   */
  private record Reach(double from, double to, @Nullable List<Integer> turns) {
    static Reach of(Window window, Case call) {
      double end = call.talk().seconds();
      if (window instanceof Window.First first) {
        return new Reach(0, Math.min(first.seconds(), end), null);
      } else if (window instanceof Window.Last last) {
        return new Reach(Math.max(0, end - last.seconds()), end, null);
      } else if (window instanceof Window.AfterComplaint after) {
        double from = call.complaint().map(c -> c.end()).orElse(0.0);
        List<Integer> turns =
            call.talk().countedAfter(Role.AGENT, from).stream().limit(after.turns()).toList();
        Turn last = turns.isEmpty() ? null : call.talk().turn(turns.get(turns.size() - 1));
        return new Reach(from, last == null ? end : Math.max(from, last.end()), turns);
      }
      return new Reach(0, end, null);
    }

    boolean admits(Find find) {
      return turns == null
          ? find.start() >= from && find.start() <= to
          : turns.contains(find.turn());
    }

    double distance(Find find) {
      return Math.max(from - find.start(), find.start() - to);
    }
  }
}
