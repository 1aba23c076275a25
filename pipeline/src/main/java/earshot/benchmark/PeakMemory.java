package earshot.benchmark;

import earshot.audio.AudioFormat;
import earshot.audio.AudioReader;
import earshot.audio.Decoders;
import earshot.audio.wav.WavWriter;
import earshot.data.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Peak memory of a whole {@code earshot run}, its worker processes included, over one short and
 * over one long call.
 */
final class PeakMemory {
  private static final int SHORT_MINUTES = 10;
  private static final int LONG_MINUTES = 60;
  private static final int POLL_MILLIS = 50;
  private static final int BLOCK = 8000;

  private PeakMemory() {}

  /** Measures with calls that repeat a recording; needs Linux, which tells peaks. */
  static void print(PrintStream out, LabelledCall call) throws Exception {
    Optional<Path> program = WholeRun.program();
    if (program.isEmpty() || !Files.isDirectory(Path.of("/proc/self"))) {
      out.println("Peak memory: not measured, it takes Linux and Earshot's own program");
      return;
    }
    out.printf(Locale.ROOT, "%-28s %10s %10s %10s%n", "Peak memory", "all MB", "JVM", "workers");
    Peak shorter = measure(program.get(), call, SHORT_MINUTES);
    row(out, SHORT_MINUTES, shorter);
    Peak longer = measure(program.get(), call, LONG_MINUTES);
    row(out, LONG_MINUTES, longer);
    out.printf(
        Locale.ROOT,
        "%-28s %+9.1f%%%n",
        "the long one needs",
        100.0 * (longer.allKb() - shorter.allKb()) / shorter.allKb());
  }

  private static void row(PrintStream out, int minutes, Peak peak) {
    out.printf(
        Locale.ROOT,
        "%-28s %10d %10d %10d%n",
        "run of one call, " + minutes + " min",
        peak.allKb() >> 10,
        peak.parentKb() >> 10,
        peak.workersKb() >> 10);
  }

  private record Peak(long parentKb, long workersKb) {
    long allKb() {
      return parentKb + workersKb;
    }
  }

  private static Peak measure(Path program, LabelledCall call, int minutes) throws Exception {
    Path work = Files.createTempDirectory("earshot-benchmark-");
    try {
      Path recordings = Files.createDirectory(work.resolve("recordings"));
      repeat(call, recordings.resolve("long.wav"), minutes);
      Process process = WholeRun.start(program, recordings, work.resolve("data"));
      try {
        return peak(process);
      } finally {
        process.destroy();
      }
    } finally {
      Folders.delete(work);
    }
  }

  /** Of the workers that lived at the same time, the most; of the JVM, its own peak. */
  private static Peak peak(Process process) throws IOException, InterruptedException {
    long parent = 0;
    long workers = 0;
    do {
      parent = Math.max(parent, peakKb(process.toHandle()));
      long now = 0;
      for (ProcessHandle worker : process.descendants().toList()) {
        now += peakKb(worker);
      }
      workers = Math.max(workers, now);
    } while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
    if (process.exitValue() != 0 || workers == 0) {
      throw new IOException("the run to measure failed, exit " + process.exitValue());
    }
    return new Peak(parent, workers);
  }

  /** 0 of a process that has ended. */
  private static long peakKb(ProcessHandle process) throws IOException {
    List<String> status;
    try {
      status = Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"));
    } catch (NoSuchFileException ended) {
      return 0;
    } catch (IOException e) {
      if (process.isAlive()) {
        throw e;
      }
      return 0;
    }
    try (Stream<String> lines = status.stream()) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    }
  }

  private static void repeat(LabelledCall call, Path wav, int minutes) throws IOException {
    AudioFormat format;
    try (AudioReader reader = Decoders.open(call.source().open(), call.id())) {
      format = reader.format();
    }
    long left = 60L * minutes * format.sampleRateHz();
    AudioFormat plain = new AudioFormat(format.sampleRateHz(), format.channels(), "pcm_s16");
    short[][] block = new short[format.channels()][BLOCK];
    try (WavWriter writer = new WavWriter(Files.newOutputStream(wav), plain, left)) {
      while (left > 0) {
        try (AudioReader reader = Decoders.open(call.source().open(), call.id())) {
          int read = reader.read(block, (int) Math.min(BLOCK, left));
          while (read > 0) {
            writer.write(block, read);
            left -= read;
            read = reader.read(block, (int) Math.min(BLOCK, left));
          }
        }
      }
    }
  }
}
