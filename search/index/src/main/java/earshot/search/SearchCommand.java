package earshot.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import earshot.call.CallJson;
import earshot.data.DataFolder;
import earshot.data.FileTrouble;
import earshot.index.CallIndex;
import earshot.index.CallSearcher;
import earshot.index.SearchException;
import earshot.index.SearchRequest;
import earshot.index.SearchResult;
import earshot.index.Sorting;
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
      "  \"for (calling|ringing up)\"  one of them; an empty choice may be left out",
      "  cancel*                     words that begin so",
      "  ~bill                       words that sound so; those found by sound alone are marked ~",
      "  sorry NEAR/4 delay          in one turn, at most 4 words between",
      "  hello THEN name             one after the other along the call",
      "  credit NOT IN \"credit card\" not as a part of the other",
      "  agent:x customer:(x y)      who said it",
      "  x @first 30s, x @last 20s   when it was said",
      "  a b, a AND b, a OR b, NOT a over the whole call; ( ) groups",
      "  silence>10s overtalk>1s hold   events; a silence is one from 2 s on, overtalk from 0.3 s on",
      "  team:north score.courtesy<60 date:2026-10-01..2026-10-10 complaint:true",
      "",
      "Examples:",
      "  earshot search --data demo-data 'agent:refund NOT \"credit card\" score.courtesy<60'",
      "  earshot search --data demo-data --sort score.courtesy --limit 5 'complaint:true'",
      "  earshot search --data demo-data --facets --limit 0 'sorry NEAR/4 delay'",
    })
public final class SearchCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private static final String EARSHOT = "earshot: ";

  /** With no more calls than this, other words are suggested. */
  private static final int FEW = 2;

  private static final int SUGGESTIONS = 3;

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

  @Option(
      names = "--offset",
      defaultValue = "0",
      paramLabel = "N",
      description = "Calls passed over, for the next page (default: ${DEFAULT-VALUE}).")
  private int offset;

  @Option(
      names = "--sort",
      defaultValue = "relevance",
      paramLabel = "ORDER",
      description =
          "relevance (most finds first), newest, oldest, longest, or score.FORM (lowest first;"
              + " default: ${DEFAULT-VALUE}).")
  private String sort = "relevance";

  @Option(
      names = "--facets",
      description = "Also counts teams, agents, types of call, answers, scores and dates.")
  private boolean facets;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Parameters(arity = "1..*", paramLabel = "QUERY", description = "What to look for.")
  @SuppressWarnings("NullAway.Init")
  private List<String> words;

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    try {
      String text = String.join(" ", words);
      SearchRequest request =
          SearchRequest.of(QueryParser.parse(text)).sorted(Sorting.parse(sort)).page(offset, limit);
      return search(text, request, command.getOut(), command.getErr());
    } catch (QuerySyntaxException e) {
      return failed(command.getErr(), e.display(), WRONG_USAGE);
    } catch (IllegalArgumentException e) {
      return failed(command.getErr(), EARSHOT + e.getMessage(), WRONG_USAGE);
    }
  }

  private int search(String text, SearchRequest request, PrintWriter out, PrintWriter err)
      throws QuerySyntaxException {
    if (!Files.isDirectory(data)) {
      return failed(err, EARSHOT + "there is no data folder " + data, FAILED);
    }
    try (CallIndex index = CallIndex.open(new DataFolder(data).index());
        CallSearcher searcher = index.searcher()) {
      searcher.check(text, request.sorting());
      SearchResult result = searcher.search(request);
      if (json) {
        out.println(json(searcher, request, result));
      } else {
        print(searcher, request, result, out);
      }
      out.flush();
      return DONE;
    } catch (SearchException e) {
      return failed(err, EARSHOT + e.getMessage(), WRONG_USAGE);
    } catch (IOException e) {
      return failed(err, EARSHOT + FileTrouble.words(e), FAILED);
    }
  }

  /** The contract's object; facets are one more key, when they are asked for. */
  private String json(CallSearcher searcher, SearchRequest request, SearchResult result)
      throws IOException {
    ObjectNode object = CallJson.mapper().valueToTree(result);
    if (facets) {
      object.set("facets", CallJson.mapper().valueToTree(searcher.facets(request).facets()));
    }
    return CallJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(object);
  }

  private void print(
      CallSearcher searcher, SearchRequest request, SearchResult result, PrintWriter out)
      throws IOException {
    SearchPrinter printer = new SearchPrinter(out, CommandLine.Help.Ansi.AUTO.enabled());
    printer.print(result);
    if (result.total() <= FEW) {
      printer.print(searcher.suggest(request, SUGGESTIONS));
    }
    if (facets) {
      printer.print(searcher.facets(request));
    }
  }

  private static int failed(PrintWriter err, String message, int code) {
    err.println(message);
    err.flush();
    return code;
  }
}
