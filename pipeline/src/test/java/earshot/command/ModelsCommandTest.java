package earshot.command;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.model.ArchiveServer;
import earshot.model.MiniModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(60)
class ModelsCommandTest {
  private static final String NAME = "vosk-model-small-vn-9.9";

  @TempDir Path temp;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new ModelsCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private String models() {
    return temp.resolve("models").toString();
  }

  private static String md5(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
  }

  @Test
  void listShowsWhatIsThereAndWhatCanBeHad() throws IOException {
    MiniModel.folders(temp.resolve("models/" + NAME), 16000);

    assertThat(run("list", "--models", models())).isZero();

    assertThat(out.toString().lines().filter(l -> l.contains(NAME)))
        .singleElement()
        .asString()
        .containsSubsequence("vi", "16000", "installed", temp.resolve("models").toString());
    assertThat(out.toString())
        .containsPattern("vosk-model-small-en-us-0.15 +en +40M +- +Apache 2.0 +official +https://")
        .contains("No official model is known for: no, sl, sw.");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void listOfALanguageWithoutModelSaysSo() {
    assertThat(run("list", "--language", "nb", "--models", models())).isZero();

    assertThat(out.toString()).contains("No model is known for 'no'");
  }

  @Test
  void installFetchesAModelAndSaysWhere() throws Exception {
    byte[] archive = MiniModel.zip(MiniModel.folders(temp.resolve("made/" + NAME), 8000));
    try (ArchiveServer server = new ArchiveServer()) {
      server.serve(NAME + ".zip", archive);
      server.list(NAME, md5(archive), archive.length);
      String[] command = {
        "install", NAME, "--from", server.base().toString(), "--models", models()
      };

      assertThat(run(command)).isZero();
      assertThat(out.toString()).contains(NAME + " is installed in").contains("MD5 right");
      assertThat(err.toString()).contains("100 %");

      assertThat(run(command)).isZero();
      assertThat(out.toString()).contains("is already installed in");
    }
    assertThat(run("verify", NAME, "--models", models())).isZero();
    assertThat(out.toString()).contains(NAME + ": well");
  }

  @Test
  void installThatFailsExitsWithOneAndOneSentence() {
    try (ArchiveServer server = new ArchiveServer()) {
      assertThat(
              run(
                  "install",
                  NAME,
                  "--no-checksum",
                  "--from",
                  server.base().toString(),
                  "--models",
                  models()))
          .isEqualTo(1);
    }
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).singleElement().asString().contains("answers 404");
  }

  @Test
  void modelThatShipsIsNotFetched() {
    assertThat(run("install", "vosk-model-tiny-en-callcentre-8k-0.1", "--models", models()))
        .isEqualTo(1);
    assertThat(err.toString()).contains("ships with Earshot");
  }

  @Test
  void wrongUsageExitsWithTwo() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("install")).isEqualTo(2);
    assertThat(run("install", "a", "--unknown")).isEqualTo(2);
  }

  @Test
  void helpHasExamples() {
    for (String part : new String[] {"list", "install", "verify"}) {
      assertThat(run(part, "--help")).isZero();
      assertThat(out.toString()).contains("earshot models " + part);
    }
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("earshot models install vosk-model-small-en-us-0.15");
  }

  @Test
  void verifyFindsWhatIsWrong() throws IOException {
    Path good = MiniModel.folders(temp.resolve("models/good"), 8000);
    Path half = MiniModel.folders(temp.resolve("models/half"), 8000);
    Files.writeString(good.resolve("graph/Gr.fst"), "");
    Files.delete(half.resolve("conf/model.conf"));

    assertThat(run("verify", "--models", models())).isEqualTo(1);

    assertThat(err.toString())
        .contains("Gr.fst is empty")
        .contains("half is an incomplete Vosk model: missing conf/model.conf");
    assertThat(out.toString()).contains("good: 1 problems");
  }
}
