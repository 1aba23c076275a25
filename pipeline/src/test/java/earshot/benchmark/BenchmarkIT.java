package earshot.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.model.RecognitionModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkIT {
  private static final Path HOME = Path.of(System.getProperty("earshot.root"), "pipeline/src/dist");

  private static final RecognitionModel MODEL =
      new RecognitionModel(
          "vosk-model-tiny-en-callcentre-8k-0.1",
          HOME.resolve("models/vosk-model-tiny-en-callcentre-8k-0.1"),
          8000,
          -38.0);

  @TempDir Path folder;

  private void take(String call) throws IOException {
    Files.createDirectories(folder.resolve("truth"));
    for (String file :
        new String[] {call + ".wav", call + ".json", "truth/" + call + ".truth.json"}) {
      Files.copy(HOME.resolve("samples").resolve(file), folder.resolve(file));
    }
  }

  @Test
  void speedErrorsAndTimesAreToldForLabelledCalls() throws Exception {
    take("c1021");
    take("c1020");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Benchmark(folder, MODEL)
        .run(
            new PrintStream(bytes, true, StandardCharsets.UTF_8),
            EnumSet.of(Benchmark.Part.SPEED, Benchmark.Part.WORD_ERRORS, Benchmark.Part.WORD_TIMES),
            1);
    String report = bytes.toString(StandardCharsets.UTF_8);
    assertThat(report)
        .contains("2 recordings")
        .containsPattern("bare loop, whole channels +[0-9.]+ +1\\.00")
        .containsPattern("pool, speech only.*[0-9.]+")
        .containsPattern("c1021 +[0-9.]+ % +[0-9.]+ %")
        .doesNotContainPattern("c1020 +[0-9.]+ %")
        .containsPattern("both: [0-9.]+ % of \\d+ words")
        .containsPattern("start differs by \\d+ ms \\(median\\)");
  }

  @Test
  void aFolderWithoutLabelsSaysWhatIsExpected() {
    assertThatThrownBy(() -> new Benchmark(folder, MODEL).run(System.out))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("truth");
  }
}
