package earshot.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import earshot.audio.AudioFormat;
import earshot.audio.AudioReader;
import earshot.audio.Decoders;
import earshot.audio.wav.WavWriter;
import earshot.call.CallJson;
import earshot.data.DataFolder;
import earshot.data.Folders;
import earshot.data.RunReport;
import earshot.data.RunReports;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code earshot run} over hours of recordings, and again when nothing is new: whole processes, as
 * a user starts them. The recordings are the labelled calls, each time a little quieter, so that
 * all are different.
 */
final class SecondRun {
  private static final double HOURS = 2;
  private static final int REPEATS = 3;

  /** Factor a copy is quieter than the one before. */
  private static final double QUIETER = Math.pow(10, -0.5 / 20);

  private static final int BLOCK = 8000;

  private final Path program;
  private final Path work;

  private SecondRun(Path program, Path work) {
    this.program = program;
    this.work = work;
  }

  /** Measures with the program of the folder that Earshot runs from. */
  static void print(PrintStream out, List<LabelledCall> calls)
      throws IOException, InterruptedException {
    Optional<Path> program = WholeRun.program();
    if (program.isEmpty()) {
      out.println("Second run: not measured, Earshot's own program is not there");
      return;
    }
    Path work = Files.createTempDirectory("earshot-benchmark-");
    try {
      new SecondRun(program.get(), work).measure(out, calls);
    } finally {
      Folders.delete(work);
    }
  }

  private void measure(PrintStream out, List<LabelledCall> calls)
      throws IOException, InterruptedException {
    Path recordings = Files.createDirectory(work.resolve("recordings"));
    double seconds = 0;
    int files = 0;
    double gain = 1;
    while (seconds < HOURS * 3600) {
      gain *= QUIETER;
      for (LabelledCall call : calls) {
        seconds += copy(call, recordings, call.id() + "-" + files, gain);
        files++;
      }
    }
    double first = run(recordings, files);
    double[] again = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      again[i] = run(recordings, 0);
    }
    Arrays.sort(again);
    double median = again[REPEATS / 2];
    out.printf(Locale.ROOT, "Second run: %d recordings, %.2f hours%n", files, seconds / 3600);
    out.printf(Locale.ROOT, "  first run   %8.2f s  %d decoded%n", first, files);
    out.printf(
        Locale.ROOT,
        "  second run  %8.2f s  0 decoded (median of %d, %.2f to %.2f)%n",
        median,
        REPEATS,
        again[0],
        again[REPEATS - 1]);
    out.printf(Locale.ROOT, "  first / second  %.0f%n", first / median);
  }

  /** Writes one recording with its sidecar and gives its length in seconds. */
  private static double copy(LabelledCall call, Path folder, String id, double gain)
      throws IOException {
    Path wav = folder.resolve(id + ".wav");
    AudioFormat format;
    long frames = 0;
    try (AudioReader reader = Decoders.open(call.source().open(), call.id())) {
      format = reader.format();
      short[][] block = new short[format.channels()][BLOCK];
      for (int n = reader.read(block, BLOCK); n > 0; n = reader.read(block, BLOCK)) {
        frames += n;
      }
    }
    AudioFormat plain = new AudioFormat(format.sampleRateHz(), format.channels(), "pcm_s16");
    try (AudioReader reader = Decoders.open(call.source().open(), call.id());
        WavWriter writer = new WavWriter(Files.newOutputStream(wav), plain, frames)) {
      short[][] block = new short[format.channels()][BLOCK];
      for (int n = reader.read(block, BLOCK); n > 0; n = reader.read(block, BLOCK)) {
        quieter(block, n, gain);
        writer.write(block, n);
      }
    }
    // Recordings that arrived a while ago, as most of an archive did.
    Files.setLastModifiedTime(wav, FileTime.from(Instant.now().minusSeconds(3600)));
    sidecar(call, folder.resolve(id + ".json"), id);
    return (double) frames / format.sampleRateHz();
  }

  private static void quieter(short[][] block, int count, double gain) {
    for (short[] channel : block) {
      for (int i = 0; i < count; i++) {
        channel[i] = (short) Math.round(channel[i] * gain);
      }
    }
  }

  private static void sidecar(LabelledCall call, Path file, String id) throws IOException {
    Path original = call.wav().resolveSibling(call.id() + ".json");
    JsonNode keys = CallJson.mapper().readTree(original.toFile());
    ObjectNode copy = keys.deepCopy();
    copy.put("call_id", id);
    copy.remove("file");
    Files.writeString(file, copy.toString());
  }

  private double run(Path recordings, int expected) throws IOException, InterruptedException {
    Path data = work.resolve("data");
    long start = System.nanoTime();
    Process process = WholeRun.start(program, recordings, data);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("earshot run failed over " + recordings);
      }
    } finally {
      process.destroy();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    RunReport report = last(DataFolder.of(data.toString()));
    if (report.ok() != expected) {
      throw new IOException(
          "expected " + expected + " calls to be decoded, were " + report.ok() + " in " + data);
    }
    return seconds;
  }

  private static RunReport last(DataFolder folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.runs())) {
      Path newest = files.max(Comparator.naturalOrder()).orElseThrow();
      return new RunReports(folder).read(newest);
    }
  }
}
