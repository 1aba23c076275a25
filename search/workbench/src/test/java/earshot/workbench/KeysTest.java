package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The keys that work on a call page are the ones that its help and the handbook tell, no other. */
@Timeout(60)
class KeysTest {
  /** A line of an object that gives a function to a key: {@code "+": () => ...}. */
  private static final Pattern BOUND =
      Pattern.compile(
          "^ {2,4}(?:\"([^\"]+)\"|(\\w+)): (?:\\(\\) =>|decide|toggleOpen|help)",
          Pattern.MULTILINE);

  private static final Pattern SHOWN = Pattern.compile("<kbd>([^<]+)</kbd>");
  private static final Map<String, String> NAMES =
      Map.of(
          "ArrowLeft",
          "left",
          "ArrowRight",
          "right",
          " ",
          "space",
          "&larr;",
          "left",
          "&rarr;",
          "right",
          "\u2190",
          "left",
          "\u2192",
          "right");

  @TempDir static Path root;
  private static WorkbenchFixture fixture;

  @BeforeAll
  static void started() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
  }

  @AfterAll
  static void closed() throws IOException {
    fixture.close();
  }

  private static String named(String key) {
    return NAMES.getOrDefault(key, key);
  }

  private static Set<String> keys(Pattern pattern, String text) {
    Set<String> keys = new TreeSet<>();
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      keys.add(named(found.group(1) != null ? found.group(1) : found.group(2)));
    }
    return keys;
  }

  /** The body of a function of the script, up to the next one. */
  private static String function(String script, String name) {
    int start = script.indexOf("\nfunction " + name + "(");
    assertThat(start).as(name).isNotNegative();
    return script.substring(start, script.indexOf("\n}\n", start));
  }

  private static Set<String> bound(String function) throws Exception {
    String script = fixture.signedIn(Role.REVIEWER).get("/static/call/call.js").body();
    Set<String> bound = keys(BOUND, function(script, function));
    int trail = script.indexOf("const TRAIL_KEYS");
    bound.addAll(keys(BOUND, script.substring(trail, script.indexOf("};", trail))));
    bound.remove("="); // plus without the shift key
    return bound;
  }

  private static String help(Role role) throws Exception {
    String page = fixture.signedIn(role).get("/calls/n1").body();
    int start = page.indexOf("<dialog id=\"help\"");
    return page.substring(start, page.indexOf("</dialog>", start));
  }

  @Test
  void theHandbookTellsEveryKey() throws Exception {
    Path handbook = Path.of(System.getProperty("earshot.home"), "../../../docs/workbench.md");
    String text = Files.readString(handbook);
    int start = text.indexOf("## The call page");
    String table = text.substring(start, text.indexOf("### What can be heard"));
    Set<String> told = new TreeSet<>();
    for (String line : table.split("\n")) {
      if (line.startsWith("| ") && !line.startsWith("| key")) {
        String cell = line.substring(2, line.indexOf(" |", 2)).replace("`", "");
        told.addAll(Set.of(cell.split(",? ")));
      }
    }
    Set<String> keys = bound("open");
    keys.addAll(Set.of("1", "2", "3"));
    assertThat(told).isEqualTo(keys);
  }

  @Test
  void theHelpOfACallWithoutSoundTellsTheKeysThatWorkThere() throws Exception {
    Set<String> keys = bound("read");
    keys.addAll(Set.of("d", "o", "?"));
    Set<String> told = keys(SHOWN, help(Role.REVIEWER));
    assertThat(told).as("its transcript names the speakers").isEqualTo(keys);
    assertThat(help(Role.TRAINER)).as("decides nothing").doesNotContain("<kbd>d</kbd>");
    assertThat(help(Role.AGENT)).contains("<kbd>d</kbd>", "contest");
  }

  @Test
  void nothingOfTheHelpIsHidden() throws Exception {
    assertThat(help(Role.REVIEWER)).doesNotContain(" hidden", "<details");
  }
}
