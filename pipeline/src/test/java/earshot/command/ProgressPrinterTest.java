package earshot.command;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.pipeline.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressPrinterTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void saysCallsMinutesSpeedAndTimeLeft() {
    assertThat(ProgressPrinter.line(new Progress(10, 5, 1000, 500, 600, 60)))
        .isEqualTo("5/10 calls, 10.0 min of audio, 10.0x real time, 1:00 left");
  }

  @Test
  void elsewhereThanOnATerminalATenthIsALine() {
    ProgressPrinter printer = new ProgressPrinter(out, false);
    for (int done = 0; done <= 100; done++) {
      printer.accept(new Progress(100, done, 100, done, done, 1));
    }
    assertThat(printed().lines()).hasSize(10);
    assertThat(printed()).doesNotContain("\r");
  }

  @Test
  void theBarIsWipedAtTheEnd() {
    ProgressPrinter printer = new ProgressPrinter(out, true);
    printer.accept(new Progress(4, 1, 100, 25, 30, 10));
    printer.finish();
    assertThat(printed()).startsWith("\r[######----").endsWith("\r");
  }

  @Test
  void nothingIsSaidBeforeACallIsFound() {
    new ProgressPrinter(out, true).accept(new Progress(0, 0, 0, 0, 0, 1));
    assertThat(printed()).isEmpty();
  }
}
