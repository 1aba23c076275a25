package earshot.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

/** Runs the cells of a notebook as its kernel does, which is made of the JDK's own shell too. */
final class Cells {
  private static final Pattern PICTURE =
      Pattern.compile("data:image/svg\\+xml;base64,([A-Za-z0-9+/=]+)");

  private Cells() {}

  /** What each cell that shows something shows, as HTML with its pictures written out as SVG. */
  static List<String> run(Path notebook) throws IOException {
    List<String> shown = new ArrayList<>();
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      for (String part :
          System.getProperty("java.class.path").split(Pattern.quote(java.io.File.pathSeparator))) {
        shell.addToClasspath(part);
      }
      for (JsonNode cell : new ObjectMapper().readTree(notebook.toFile()).get("cells")) {
        if (cell.get("cell_type").asText().equals("code")) {
          StringBuilder source = new StringBuilder();
          cell.get("source").forEach(line -> source.append(line.asText()));
          cell(shell, notebook + ": " + source, source.toString(), shown);
        }
      }
    }
    return shown;
  }

  private static void cell(JShell shell, String name, String source, List<String> shown) {
    String rest = source;
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      for (SnippetEvent event : shell.eval(next.source())) {
        if (event.status() == Snippet.Status.REJECTED || event.exception() != null) {
          List<String> why =
              shell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList();
          throw new AssertionError(name + "\n" + why, event.exception());
        }
        if (event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
          shown.add(withPictures(event.value()));
        }
      }
      rest = next.remaining();
    }
  }

  private static String withPictures(String html) {
    return PICTURE
        .matcher(html)
        .replaceAll(
            found ->
                java.util.regex.Matcher.quoteReplacement(
                    new String(
                        Base64.getDecoder().decode(found.group(1)), StandardCharsets.UTF_8)));
  }
}
