package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.web.Question;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/input-rules.md: every field of a page is in it, and its numbers are the code's. */
class InputRulesTest {
  private static final Path ROOT = Path.of(System.getProperty("earshot.root"));

  /** {@code | what | 1,000 | `package.Class.CONSTANT` / 1024 |}. */
  private static final Pattern NUMBER =
      Pattern.compile("\\| ([\\d,]+) \\| `([\\w.$]+)\\.(\\w+)`(?: / (\\d+))? \\|");

  private static final Pattern FIELD =
      Pattern.compile(
          "<(?:input|select|textarea|button)\\b[^>]*? name=\"([^\"]+)\"", Pattern.DOTALL);

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/input-rules.md"));
  }

  @Test
  void theNumbersAreThoseOfTheCode() throws Exception {
    List<MatchResult> rows = NUMBER.matcher(page()).results().toList();
    assertThat(rows).hasSizeGreaterThan(14);
    for (MatchResult row : rows) {
      Field constant = Class.forName(row.group(2)).getDeclaredField(row.group(3));
      constant.setAccessible(true);
      double unit = row.group(4) == null ? 1 : Double.parseDouble(row.group(4));
      assertThat(((Number) constant.get(null)).doubleValue() / unit)
          .as(row.group(2) + "." + row.group(3))
          .isEqualTo(Double.parseDouble(row.group(1).replace(",", "")));
    }
  }

  @Test
  void everyFieldOfAPageHasItsRule() throws IOException {
    Set<String> fields = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("search/workbench/src/main/jte"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
        Matcher field = FIELD.matcher(Files.readString(file));
        while (field.find()) {
          String name = field.group(1).replace("${Question.FIELD}", Question.FIELD);
          if (!name.startsWith("${")) { // else a field of another form, repeated by a question
            fields.add(name.replaceFirst("\\$\\{.*", "QUESTION"));
          }
        }
      }
    }
    assertThat(fields).contains("csrf", "password", "answer.QUESTION").hasSizeGreaterThan(30);
    String table = page().substring(page().indexOf("## Fields"), page().indexOf("## Numbers"));
    Set<String> told =
        table
            .lines()
            .filter(line -> line.startsWith("| `"))
            .flatMap(line -> Stream.of(line.split("\\|")[1].split(",")))
            .map(name -> name.strip().replace("`", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(told).isEqualTo(fields);
  }
}
