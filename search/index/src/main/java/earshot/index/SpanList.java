package earshot.index;

import java.util.Arrays;

/** Finds inside turns: position of the first and of the last word. Used again for every call. */
final class SpanList {
  private long[] spans = new long[32];
  private int size;

  void clear() {
    size = 0;
  }

  void add(int first, int last) {
    if (size == spans.length) {
      spans = Arrays.copyOf(spans, 2 * size);
    }
    spans[size++] = (long) first << 32 | last;
  }

  void addAll(SpanList other) {
    if (size + other.size > spans.length) {
      spans = Arrays.copyOf(spans, 2 * (size + other.size));
    }
    System.arraycopy(other.spans, 0, spans, size, other.size);
    size += other.size;
  }

  int size() {
    return size;
  }

  int first(int i) {
    return (int) (spans[i] >>> 32);
  }

  int last(int i) {
    return (int) spans[i];
  }

  /** Keeps the span at {@code i} as the {@code kept}-th; for filtering in place. */
  void keep(int i, int kept) {
    spans[kept] = spans[i];
  }

  void cut(int newSize) {
    size = newSize;
  }

  /** By first word, then by last; each once. */
  void sort() {
    if (size < 2) {
      return;
    }
    Arrays.sort(spans, 0, size);
    int kept = 1;
    for (int i = 1; i < size; i++) {
      if (spans[i] != spans[i - 1]) {
        spans[kept++] = spans[i];
      }
    }
    size = kept;
  }

  /** Drops every span that holds another one. */
  void innermost() {
    if (size < 2) {
      return;
    }
    sort();
    // From the back: the first words fall, so a span holds another when its end is not before.
    int least = Integer.MAX_VALUE;
    int kept = size;
    for (int i = size - 1; i >= 0; i--) {
      boolean widerStart = i > 0 && first(i - 1) == first(i);
      if (last(i) < least && !widerStart) {
        least = last(i);
        spans[--kept] = spans[i];
      }
    }
    System.arraycopy(spans, kept, spans, 0, size - kept);
    size -= kept;
  }
}
