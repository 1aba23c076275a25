package earshot.search;

import earshot.call.CallJson;
import earshot.data.DataFolder;
import earshot.index.CallIndex;
import earshot.index.SearchException;
import earshot.index.SearchResult;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code earshot search}: the reviewer's query language at the terminal. */
@Command(
    name = "search",
    description = "Finds calls by what was said, when, by whom, and by their fields.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Query language:",
      "  refund                      any form of the word",
      "  \"thank you for calling\"     the words as said; * ends a word, _ is any word",
      "  cancel*                     words that begin so",
      "  sorry NEAR/4 delay          in one turn, at most 4 words between",
      "  hello THEN name             one after the other along the call",
      "  credit NOT IN \"credit card\" not as a part of the other",
      "  agent:x customer:(x y)      who said it",
      "  x @first 30s, x @last 20s   when it was said",
      "  a b, a AND b, a OR b, NOT a over the whole call; ( ) groups",
      "  silence>10s overtalk>1s hold   events",
      "  team:north score.courtesy<60 date:2026-10-01..2026-10-10 complaint:true",
      "",
      "Example:",
      "  earshot search --data demo-data 'agent:refund NOT \"credit card\" score.courtesy<60'",
    })
public final class SearchCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data folder.")
  @SuppressWarnings("NullAway.Init")
  private Path data;

  @Option(
      names = "--limit",
      defaultValue = "20",
      paramLabel = "N",
      description = "Most calls shown (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Parameters(arity = "1..*", paramLabel = "QUERY", description = "What to look for.")
  @SuppressWarnings("NullAway.Init")
  private List<String> words;

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    if (limit < 0) {
      command.getErr().println("--limit must be 0 or more, not " + limit);
      return WRONG_USAGE;
    }
    Query query;
    try {
      query = QueryParser.parse(String.join(" ", words));
    } catch (QuerySyntaxException e) {
      command.getErr().println(e.display());
      command.getErr().flush();
      return WRONG_USAGE;
    }
    return search(query, command.getOut(), command.getErr());
  }

  private int search(Query query, PrintWriter out, PrintWriter err) {
    if (!Files.isDirectory(data)) {
      return failed(err, "there is no data folder " + data, FAILED);
    }
    try (CallIndex index = CallIndex.open(new DataFolder(data).index())) {
      SearchResult result = index.search(query, limit);
      if (json) {
        out.println(CallJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(result));
      } else {
        new SearchPrinter(out, CommandLine.Help.Ansi.AUTO.enabled()).print(result);
      }
      out.flush();
      return DONE;
    } catch (SearchException | IllegalArgumentException e) {
      return failed(err, e.getMessage(), WRONG_USAGE);
    } catch (IOException e) {
      return failed(err, e.getMessage(), FAILED);
    }
  }

  private static int failed(
      PrintWriter err, @org.jspecify.annotations.Nullable String message, int code) {
    err.println(message);
    err.flush();
    return code;
  }
}
