package earshot.workbench.signin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words for the browser that somebody signs in with, such as "Firefox on Linux": enough to tell own
 * sessions apart. Only words of this class come out, whatever a request says of itself.
 */
final class Browsers {
  /** Browsers name those they want to be taken for: the first that is found counts. */
  private static final List<Map.Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("edg", "Edge"),
          Map.entry("opr/", "Opera"),
          Map.entry("samsungbrowser/", "Samsung Internet"),
          Map.entry("vivaldi/", "Vivaldi"),
          Map.entry("fxios/", "Firefox"),
          Map.entry("firefox/", "Firefox"),
          Map.entry("crios/", "Chrome"),
          Map.entry("chrome/", "Chrome"),
          Map.entry("safari/", "Safari"));

  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("iphone", "iPhone"),
          Map.entry("ipad", "iPad"),
          Map.entry("android", "Android"),
          Map.entry("windows", "Windows"),
          Map.entry("macintosh", "Mac"),
          Map.entry("cros ", "ChromeOS"),
          Map.entry("linux", "Linux"));

  private static final int LONGEST = 1000;

  private Browsers() {}

  /** Words for what a browser says of itself. */
  static String words(@Nullable String userAgent) {
    String said = userAgent == null ? "" : userAgent;
    String known =
        said.substring(0, Math.min(said.length(), LONGEST)).toLowerCase(java.util.Locale.ROOT);
    if (!known.startsWith("mozilla/")) {
      return "a program";
    }
    String browser = first(BROWSERS, known);
    String system = first(SYSTEMS, known);
    String name = browser.isEmpty() ? "another browser" : browser;
    return system.isEmpty() ? name : name + " on " + system;
  }

  private static String first(List<Map.Entry<String, String>> names, String text) {
    return names.stream()
        .filter(name -> text.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
