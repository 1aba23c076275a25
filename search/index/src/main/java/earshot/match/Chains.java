package earshot.match;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds that follow each other along a call. */
final class Chains {
  private Chains() {}

  private record Link(@Nullable Link before, Hit hit, Hit first) {}

  /** The finds that take part in a shortest chain, in the order of the transcript. */
  static List<Hit> find(List<List<Hit>> parts) {
    List<Link> chains = parts.get(0).stream().map(h -> new Link(null, h, h)).toList();
    for (List<Hit> next : parts.subList(1, parts.size())) {
      if (chains.isEmpty()) {
        return List.of();
      }
      chains = extended(chains, next);
    }
    return shortest(chains);
  }

  /** Each find of the next part, behind the latest chain that ends before it begins. */
  private static List<Link> extended(List<Link> chains, List<Hit> next) {
    List<Link> byEnd = chains.stream().sorted((a, b) -> a.hit().compareEnds(b.hit())).toList();
    List<Link> extended = new ArrayList<>();
    Link latest = null;
    int i = 0;
    for (Hit hit : next.stream().sorted(Hit::compareStarts).toList()) {
      while (i < byEnd.size() && byEnd.get(i).hit().compareEndToStart(hit) < 0) {
        latest = byEnd.get(i++);
      }
      if (latest != null) {
        extended.add(new Link(latest, hit, latest.first()));
      }
    }
    return extended;
  }

  private static List<Hit> shortest(List<Link> chains) {
    TreeSet<Hit> hits = new TreeSet<>(Hit.PLACE);
    Hit latestFirst = null;
    for (Link chain : chains.stream().sorted((a, b) -> a.hit().compareEnds(b.hit())).toList()) {
      if (latestFirst == null || chain.first().compareStarts(latestFirst) > 0) {
        latestFirst = chain.first();
        for (Link link = chain; link != null; link = link.before()) {
          hits.add(link.hit());
        }
      }
    }
    return List.copyOf(hits);
  }
}
