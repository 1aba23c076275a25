package earshot.workbench.web;

import io.javalin.http.Context;

/**
 * Which answers are compressed: files of the program, and what pages of this server ask for. The
 * length of a compressed page tells somebody who watches the line whether a word of the address is
 * in the page too; so whoever can make a browser ask, again and again, for words of their choice
 * gets plain lengths.
 */
final class Compression {
  private Compression() {}

  static void choose(Context http) {
    String site = http.header(Csrf.SITE);
    boolean asked = site != null && !Csrf.fromElsewhere(site);
    if (!asked && !http.path().startsWith("/static/")) {
      http.disableCompression();
    }
  }
}
