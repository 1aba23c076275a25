package earshot.match;

import earshot.call.Event;
import earshot.call.Role;
import earshot.query.Query;
import java.util.ArrayList;
import java.util.List;

/** Answers a compiled query on one call. Holds the view of that call and nothing else. */
public final class Evaluator {
  private final CallView call;

  public Evaluator(CallView call) {
    this.call = call;
  }

  /** Whether the call matches. */
  public boolean matches(Node node) {
    return matches(node, Limits.NONE);
  }

  /** How much was found; 0 when the call matches by what is absent, -1 when it does not match. */
  public int count(Node node) {
    List<Hit> found = new ArrayList<>();
    return collect(node, Limits.NONE, found) ? found.size() : -1;
  }

  /** Everything found, ordered by time. */
  public List<Match> find(Node node) {
    return collect(node, Limits.NONE).stream().map(Match::of).toList();
  }

  boolean matches(Node node, Limits limits) {
    if (node instanceof Node.Every every) {
      return every.parts().stream().allMatch(n -> matches(n, limits));
    } else if (node instanceof Node.Any any) {
      for (Node part : any.parts()) {
        if (matches(part, limits)) {
          return true;
        }
      }
      return false;
    } else if (node instanceof Node.None none) {
      return !matches(none.node(), limits);
    } else if (node instanceof Node.By by) {
      return matches(by.node(), limits.said(by.role()));
    } else if (node instanceof Node.During during) {
      return matches(during.node(), narrowed(during, limits));
    } else if (node instanceof Node.Test test) {
      return call.test(test.filter().field(), test.filter().condition());
    } else if (node instanceof Node.All) {
      return true;
    }
    return !hits(node, limits).isEmpty();
  }

  /** What a query that matches has found; nothing for what is absent or only a filter. */
  List<Hit> collect(Node node, Limits limits) {
    List<Hit> found = new ArrayList<>();
    collect(node, limits, found);
    return found.size() < 2 ? found : found.stream().sorted(Hit.ORDER).distinct().toList();
  }

  /** Adds finds and returns true when the node matches; else adds nothing. */
  private boolean collect(Node node, Limits limits, List<Hit> found) {
    if (node instanceof Node.Every every) {
      int before = found.size();
      for (Node part : every.parts()) {
        if (!collect(part, limits, found)) {
          found.subList(before, found.size()).clear();
          return false;
        }
      }
      return true;
    } else if (node instanceof Node.Any any) {
      boolean matched = false;
      for (Node part : any.parts()) {
        matched |= collect(part, limits, found);
      }
      return matched;
    } else if (node instanceof Node.By by) {
      return collect(by.node(), limits.said(by.role()), found);
    } else if (node instanceof Node.During during) {
      return collect(during.node(), narrowed(during, limits), found);
    } else if (node instanceof Node.None || node instanceof Node.Test || node instanceof Node.All) {
      return matches(node, limits);
    }
    return found.addAll(hits(node, limits));
  }

  private Limits narrowed(Node.During during, Limits limits) {
    return during.side() == Query.Window.Side.FIRST
        ? limits.between(0, during.ms())
        : limits.between(Math.max(0, call.lengthMs() - during.ms()), Integer.MAX_VALUE);
  }

  /** Finds of a node that has a place along the call, in the order of the transcript. */
  private List<Hit> hits(Node node, Limits limits) {
    if (node instanceof Node.Term term) {
      return words(term.stemmed() ? call.stem(term.text()) : call.form(term.text()), limits);
    } else if (node instanceof Node.Beginning beginning) {
      return words(call.prefix(beginning.text()), limits);
    } else if (node instanceof Node.Sounding sounding) {
      return words(call.sounding(sounding.key()), limits);
    } else if (node instanceof Node.Sequence sequence) {
      return Sequences.find(call, sequence.elements(), limits);
    } else if (node instanceof Node.Near near) {
      return near(near, limits);
    } else if (node instanceof Node.Outside outside) {
      return outside(outside, limits);
    } else if (node instanceof Node.Chain chain) {
      return Chains.find(chain.parts().stream().map(n -> hits(n, limits)).toList());
    } else if (node instanceof Node.Any any) {
      return any(any, limits);
    } else if (node instanceof Node.By by) {
      return hits(by.node(), limits.said(by.role()));
    } else if (node instanceof Node.During during) {
      return hits(during.node(), narrowed(during, limits));
    } else if (node instanceof Node.Happening happening) {
      return events(happening, limits);
    }
    throw new IllegalStateException("has no place along a call: " + node);
  }

  private List<Hit> words(long[] places, Limits limits) {
    if (places.length == 0) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    for (long place : places) {
      if (limits.admits(call, place)) {
        hits.add(Hit.words(call, Places.turn(place), new int[] {Places.word(place)}));
      }
    }
    return hits;
  }

  private List<Hit> near(Node.Near near, Limits limits) {
    List<Hit> left = hits(near.left(), limits.anyTime());
    if (left.isEmpty()) {
      return left;
    }
    List<Hit> pairs = Pairs.near(call, left, hits(near.right(), limits.anyTime()), near.gap());
    return limits.always()
        ? pairs
        : pairs.stream().filter(h -> limits.inTime(h.startMs())).toList();
  }

  private List<Hit> outside(Node.Outside outside, Limits limits) {
    List<Hit> finds = hits(outside.find(), limits);
    if (finds.isEmpty()) {
      return finds;
    }
    List<Hit> within = hits(outside.within(), limits.anyTime());
    return finds.stream().filter(h -> within.stream().noneMatch(w -> w.contains(h))).toList();
  }

  private List<Hit> any(Node.Any any, Limits limits) {
    List<Hit> hits = new ArrayList<>();
    for (Node part : any.parts()) {
      hits.addAll(hits(part, limits));
    }
    return hits.size() < 2 ? hits : hits.stream().sorted(Hit.PLACE).distinct().toList();
  }

  private List<Hit> events(Node.Happening wanted, Limits limits) {
    List<Hit> hits = new ArrayList<>();
    for (Event event : call.events()) {
      Role role = event.role();
      if (wanted.admits(event)
          && (role == null || limits.admits(role))
          && limits.inTime(Places.ms(event.start()))) {
        hits.add(Hit.event(call, event));
      }
    }
    return hits;
  }
}
