package earshot.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.call.CallJson;
import earshot.data.DataFolder;
import earshot.index.CallIndexWriter;
import earshot.index.SampleCalls;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SearchCommandTest {
  @TempDir Path data;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void indexTwoCalls() throws Exception {
    try (CallIndexWriter writer = CallIndexWriter.open(new DataFolder(data).index())) {
      writer.put(SampleCalls.call("c1", "hello there", "I want a refund"), "1");
      writer.put(SampleCalls.call("c2", "good bye"), "1");
      writer.commit();
    }
  }

  @Test
  void hitsShowTheCallAndTheMatchingTurns() {
    assertThat(search("refunds")).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "1 call",
            "",
            "c1  2026-10-08 09:03  agent A07  team North  00:14.0",
            "  00:10.0  customer     I want a [refund]");
  }

  @Test
  void severalArgumentsAreOneQuery() {
    assertThat(search("refund", "hello")).isZero();
    assertThat(out.toString()).startsWith("1 call").contains("[hello]").contains("[refund]");
  }

  @Test
  void windowsAndPhrasesSurviveTheCommandLine() {
    assertThat(search("\"hello there\"", "@first", "30s")).isZero();
    assertThat(out.toString()).startsWith("1 call").contains("[hello] [there]");
  }

  @Test
  void jsonIsOneObject() throws Exception {
    assertThat(search("--json", "--limit", "1", "*")).isZero();
    JsonNode json = CallJson.mapper().readTree(out.toString());
    assertThat(json.get("total").asInt()).isEqualTo(2);
    assertThat(json.get("hits")).hasSize(1);
    assertThat(json.get("hits").get(0).get("matches")).isEmpty();
  }

  @Test
  void nothingFoundIsNoFailure() {
    assertThat(search("invoice")).isZero();
    assertThat(out.toString().strip()).isEqualTo("0 calls");
  }

  @Test
  void aSyntaxErrorShowsThePlaceAndTheHint() {
    assertThat(search("refund", "tema:north")).isEqualTo(2);
    assertThat(err.toString().lines()).first().isEqualTo("refund tema:north");
    assertThat(err.toString())
        .contains("\n       ^ unknown filter 'tema'")
        .contains("nearest first: team,");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aPageFollowsTheOneBefore() {
    assertThat(search("--sort", "oldest", "--limit", "1", "*")).isZero();
    assertThat(out.toString()).contains("2 calls, 1 shown").contains("\nc1  ");
    out.getBuffer().setLength(0);
    assertThat(search("--sort", "oldest", "--limit", "1", "--offset", "1", "*")).isZero();
    assertThat(out.toString()).contains("\nc2  ");
  }

  @Test
  void facetsAreCountedWhenAskedFor() throws Exception {
    assertThat(search("--facets", "--limit", "0", "*")).isZero();
    assertThat(out.toString()).contains("team\n        2  north").contains("2026-10-08");
    out.getBuffer().setLength(0);
    assertThat(search("--facets", "--json", "refund")).isZero();
    JsonNode json = CallJson.mapper().readTree(out.toString());
    assertThat(json.fieldNames()).toIterable().containsExactly("total", "hits", "facets");
  }

  @Test
  void aMisspeltWordIsAnsweredWithTheRightOne() {
    assertThat(search("refnud")).isZero();
    assertThat(out.toString().lines())
        .containsExactly("0 calls", "Did you mean: refund (refund in 1)");
  }

  @Test
  void wordsFoundBySoundAreMarked() {
    assertThat(search("~reefund")).isZero();
    assertThat(out.toString()).contains("I want a [~refund]");
  }

  @Test
  void wrongUsageIsTwo() {
    assertThat(search("--sort", "loudest", "refund")).isEqualTo(2);
    assertThat(err.toString()).contains("relevance, newest, oldest, longest");
    assertThat(search()).isEqualTo(2);
    assertThat(search("--limit", "-1", "refund")).isEqualTo(2);
  }

  @Test
  void aMissingFolderOrIndexIsNamed() throws Exception {
    Path none = data.resolve("none");
    assertThat(run("--data", none.toString(), "refund")).isEqualTo(1);
    assertThat(err.toString()).startsWith("earshot: there is no data folder " + none);
    Path empty = java.nio.file.Files.createDirectory(data.resolve("empty"));
    assertThat(run("--data", empty.toString(), "refund")).isEqualTo(1);
    assertThat(err.toString()).contains("there is no index in " + empty.resolve("index"));
  }

  private int search(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--data";
    all[1] = data.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return run(all);
  }

  private int run(String... arguments) {
    return new CommandLine(new SearchCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
