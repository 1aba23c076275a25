package earshot.call;

/** Checks shared by everything that has a start and an end. */
final class Spans {
  private Spans() {}

  static void check(String what, double start, double end) {
    if (!(start >= 0) || !(end >= start) || Double.isInfinite(end)) {
      throw new IllegalArgumentException(
          what
              + " must start at 0 s or later and not end before it starts: "
              + start
              + " to "
              + end);
    }
  }
}
