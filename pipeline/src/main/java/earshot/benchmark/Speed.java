package earshot.benchmark;

import earshot.model.RecognitionModel;
import earshot.transcribe.ChannelSpeech;
import earshot.transcribe.PoolSettings;
import earshot.transcribe.SpeechSource;
import earshot.transcribe.TranscriptionPool;
import earshot.transcribe.vosk.VoskModel;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Wall time of the pool against a bare loop over the same audio, with the same model, on as many
 * threads. Rounds take turns, so that whatever else the machine does meets all of them.
 *
 * <p>CPU time is told too: on a machine that is busy with other things it is the fairer figure.
 */
final class Speed {
  /** One way to decode all calls. */
  private enum Way {
    BARE("bare loop, whole channels"),
    WHOLE("pool, whole channels"),
    SPEECH("pool, speech only, analysis included");

    private final String label;

    Way(String label) {
      this.label = label;
    }
  }

  private record Time(double wallSeconds, double cpuSeconds) {}

  private final List<LabelledCall> calls;
  private final RecognitionModel model;
  private final int threads;

  Speed(List<LabelledCall> calls, RecognitionModel model, int threads) {
    this.calls = calls;
    this.model = model;
    this.threads = threads;
  }

  void print(PrintStream out, int rounds) throws Exception {
    List<ChannelSpeech> whole = new ArrayList<>();
    for (LabelledCall call : calls) {
      whole.addAll(Channels.whole(call, model));
    }
    double audio = whole.stream().mapToDouble(channel -> channel.timeline().fedSeconds()).sum();
    List<List<Time>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    PoolSettings settings = PoolSettings.defaults().withSlots(threads);
    try (VoskModel bare = VoskModel.load(model.folder());
        TranscriptionPool pool = TranscriptionPool.acquire(model, settings)) {
      for (int round = 0; round < rounds; round++) {
        times.get(0).add(time(pool, () -> BareLoop.run(bare, whole, threads)));
        times.get(1).add(time(pool, () -> pool.recognize(List.<SpeechSource>copyOf(whole))));
        times.get(2).add(time(pool, () -> pool.recognize(speech())));
      }
    }
    out.printf(
        Locale.ROOT,
        "Speed: %d recordings, %.1f minutes of channels, %d threads, median of %d rounds%n",
        calls.size(),
        audio / 60,
        threads,
        rounds);
    out.printf("  %-40s %9s %7s %9s %7s%n", "", "wall s", "ratio", "CPU s", "ratio");
    Time base = median(times.get(0));
    for (Way way : Way.values()) {
      Time time = median(times.get(way.ordinal()));
      out.printf(
          Locale.ROOT,
          "  %-40s %9.1f %7.2f %9.1f %7.2f%n",
          way.label,
          time.wallSeconds(),
          time.wallSeconds() / base.wallSeconds(),
          time.cpuSeconds(),
          time.cpuSeconds() / base.cpuSeconds());
    }
  }

  private List<SpeechSource> speech() throws Exception {
    List<SpeechSource> speech = new ArrayList<>();
    for (LabelledCall call : calls) {
      speech.addAll(Channels.speech(call, model));
    }
    return speech;
  }

  private interface Work {
    Object run() throws Exception;
  }

  private static Time time(TranscriptionPool pool, Work work) throws Exception {
    double cpu = cpuSeconds(pool);
    long start = System.nanoTime();
    work.run();
    return new Time((System.nanoTime() - start) / 1e9, cpuSeconds(pool) - cpu);
  }

  /** CPU time of this process and of the workers. */
  private static double cpuSeconds(TranscriptionPool pool) {
    double seconds = 0;
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      seconds += system.getProcessCpuTime() / 1e9;
    }
    for (long pid : pool.workerPids()) {
      seconds +=
          ProcessHandle.of(pid)
                  .flatMap(process -> process.info().totalCpuDuration())
                  .orElse(Duration.ZERO)
                  .toMillis()
              / 1e3;
    }
    return seconds;
  }

  private static Time median(List<Time> times) {
    return new Time(
        Figures.median(times.stream().mapToDouble(Time::wallSeconds)),
        Figures.median(times.stream().mapToDouble(Time::cpuSeconds)));
  }
}
