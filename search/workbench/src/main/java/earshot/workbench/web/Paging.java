package earshot.workbench.web;

import java.util.function.IntFunction;

/**
 * The way through a list that is longer than a page.
 *
 * @param place such as "Page 2 of 7"; may be empty
 * @param previous address of the page before; empty on the first
 * @param next address of the next page; empty on the last
 * @param cut whether the list goes on where no page leads
 */
public record Paging(String place, String previous, String next, boolean cut) {

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
    return new Paging(
        total > size && offset % size == 0
            ? "Page " + (offset / size + 1) + " of " + ((total + size - 1) / size)
            : "",
        offset == 0 ? "" : at.apply(Math.max(0, offset - size)),
        further ? at.apply(offset + size) : "",
        more && !further);
  }

  /** Whether there is another page. */
  public boolean turns() {
    return !previous.isEmpty() || !next.isEmpty();
  }
}
