package earshot.index;

import java.io.IOException;
import java.util.List;

/** Finders over what other finders found in the same turn. */
final class JoinedFinders {
  private JoinedFinders() {}

  /** Two finds with at most so many words between them; of nested ones the innermost. */
  record Near(
      CallColumns call, SpanFinder left, SpanFinder right, int gap, Reach reach, SpanList found)
      implements SpanFinder {
    @Override
    public SpanList find() throws IOException {
      found.clear();
      SpanList ones = left.find();
      if (ones.size() == 0) {
        return found;
      }
      SpanList others = right.find();
      int from = 0;
      for (int i = 0; i < ones.size(); i++) {
        while (from < others.size() && others.last(from) + gap + 1 < ones.first(i)) {
          from++;
        }
        for (int j = from; j < others.size() && others.first(j) <= ones.last(i) + gap + 1; j++) {
          pair(ones, i, others, j);
        }
      }
      found.innermost();
      reach.filter(call, found);
      return found;
    }

    private void pair(SpanList ones, int i, SpanList others, int j) {
      int after = others.first(j) - ones.last(i);
      int before = ones.first(i) - others.last(j);
      int between = Math.max(after, before) - 1;
      if (between >= 0 && between <= gap) {
        found.add(Math.min(ones.first(i), others.first(j)), Math.max(ones.last(i), others.last(j)));
      }
    }
  }

  /** Finds that are no part of another. */
  record Outside(SpanFinder part, SpanFinder whole, SpanList found) implements SpanFinder {
    @Override
    public SpanList find() throws IOException {
      SpanList finds = part.find();
      return finds.size() == 0 ? finds : outside(finds, whole.find());
    }

    /** Most calls do not have the whole: then there is nothing to compare. */
    @Override
    public int count() throws IOException {
      SpanList wholes = whole.find();
      return wholes.size() == 0 ? part.count() : outside(part.find(), wholes).size();
    }

    private SpanList outside(SpanList finds, SpanList wholes) {
      found.clear();
      for (int i = 0; i < finds.size(); i++) {
        if (!inside(finds, i, wholes)) {
          found.add(finds.first(i), finds.last(i));
        }
      }
      return found;
    }

    private static boolean inside(SpanList finds, int i, SpanList wholes) {
      for (int j = 0; j < wholes.size() && wholes.first(j) <= finds.first(i); j++) {
        if (wholes.last(j) >= finds.last(i)) {
          return true;
        }
      }
      return false;
    }
  }

  /** What any of them finds. */
  record Any(List<SpanFinder> parts, SpanList found) implements SpanFinder {
    @Override
    public SpanList find() throws IOException {
      found.clear();
      for (SpanFinder part : parts) {
        found.addAll(part.find());
      }
      found.sort();
      return found;
    }
  }
}
