package earshot.workbench.web;

import java.util.function.IntFunction;

/**
 * The way through a list that is longer than a page.
 *
 * @param place such as "Page 2 of 7"; may be empty
 * @param first address of the first page; empty where {@code previous} leads there
 * @param previous address of the page before; empty on the first
 * @param next address of the next page; empty on the last
 * @param last address of the last page; empty where {@code next} leads there
 * @param cut whether the list goes on where no page leads
 */
public record Paging(
    String place, String first, String previous, String next, String last, boolean cut) {

  /** Of a list that ends where it ends. */
  public static Paging of(long total, int offset, int size, IntFunction<String> at) {
    return of(total, offset, size, Integer.MAX_VALUE, at);
  }

  /**
   * @param total lines of the list
   * @param offset lines before this page
   * @param size lines a page
   * @param most lines that pages lead to
   * @param at the address of the page that begins after so many lines
   */
  public static Paging of(long total, int offset, int size, int most, IntFunction<String> at) {
    boolean more = total > (long) offset + size;
    boolean further = more && offset + size < most;
    int last = (int) ((Math.min(total, most) - 1) / size * size);
    return new Paging(
        total > size && offset % size == 0
            ? "Page " + (offset / size + 1) + " of " + ((total + size - 1) / size)
            : "",
        offset <= size ? "" : at.apply(0),
        offset == 0 ? "" : at.apply(Math.max(0, offset - size)),
        further ? at.apply(offset + size) : "",
        last > offset + size ? at.apply(last) : "",
        more && !further);
  }

  /** Whether there is another page. */
  public boolean turns() {
    return !previous.isEmpty() || !next.isEmpty();
  }
}
