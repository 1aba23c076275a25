package earshot.benchmark;

import earshot.audio.AudioFormat;
import earshot.audio.AudioReader;
import earshot.audio.Decoders;
import earshot.audio.wav.WavWriter;
import earshot.model.RecognitionModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Peak memory of a fresh process and its worker on a short and on a long call. */
final class PeakMemory {
  private static final int SHORT_MINUTES = 10;
  private static final int LONG_MINUTES = 60;

  private PeakMemory() {}

  /** Measures with calls that repeat a recording; needs Linux, which tells peaks. */
  static void print(PrintStream out, LabelledCall call, RecognitionModel model) throws Exception {
    if (!Files.isDirectory(Path.of("/proc/self"))) {
      out.println("Peak memory: not measured, it takes Linux to tell");
      return;
    }
    Peak shorter = measure(call, model, SHORT_MINUTES);
    Peak longer = measure(call, model, LONG_MINUTES);
    out.printf(
        Locale.ROOT,
        "Peak memory: %s on a call of %d minutes, %s on one of %d minutes (%+.1f %%)%n",
        shorter,
        SHORT_MINUTES,
        longer,
        LONG_MINUTES,
        100.0 * (longer.totalKb() - shorter.totalKb()) / shorter.totalKb());
  }

  private record Peak(long parentKb, long workerKb) {
    long totalKb() {
      return parentKb + workerKb;
    }

    @Override
    public String toString() {
      return (totalKb() >> 10) + " MB (worker " + (workerKb >> 10) + ")";
    }
  }

  private static Peak measure(LabelledCall call, RecognitionModel model, int minutes)
      throws Exception {
    Path wav = Files.createTempFile("earshot-benchmark-", ".wav");
    try {
      repeat(call, wav, minutes);
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  MemoryProbe.class.getName(),
                  wav.toString(),
                  model.folder().toString(),
                  String.valueOf(model.sampleRateHz()),
                  String.valueOf(model.inputLevelDbfs()))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return answer(process);
    } finally {
      Files.delete(wav);
    }
  }

  private static Peak answer(Process process) throws IOException, InterruptedException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> answers =
          lines.lines().filter(line -> line.startsWith(MemoryProbe.ANSWER)).toList();
      if (process.waitFor() != 0 || answers.isEmpty()) {
        throw new IOException("the process to measure failed");
      }
      String[] peaks = answers.get(0).substring(MemoryProbe.ANSWER.length()).split(" ");
      return new Peak(Long.parseLong(peaks[0]), Long.parseLong(peaks[1]));
    } finally {
      process.destroyForcibly();
    }
  }

  private static void repeat(LabelledCall call, Path wav, int minutes) throws IOException {
    AudioFormat format;
    try (AudioReader reader = Decoders.open(call.source().open(), call.id())) {
      format = reader.format();
    }
    long left = 60L * minutes * format.sampleRateHz();
    AudioFormat plain = new AudioFormat(format.sampleRateHz(), format.channels(), "pcm_s16");
    short[][] block = new short[format.channels()][8000];
    try (WavWriter writer = new WavWriter(Files.newOutputStream(wav), plain, left)) {
      while (left > 0) {
        try (AudioReader reader = Decoders.open(call.source().open(), call.id())) {
          int read = reader.read(block, (int) Math.min(8000, left));
          while (read > 0) {
            writer.write(block, read);
            left -= read;
            read = reader.read(block, (int) Math.min(8000, left));
          }
        }
      }
    }
  }
}
