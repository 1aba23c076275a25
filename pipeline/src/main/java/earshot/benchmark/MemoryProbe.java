package earshot.benchmark;

import earshot.model.RecognitionModel;
import earshot.transcribe.PoolSettings;
import earshot.transcribe.Transcriber;
import earshot.transcribe.TranscriptionPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that transcribes one recording and prints the peak memory of itself and of its worker,
 * in kilobytes.
 */
public final class MemoryProbe {
  static final String ANSWER = "peak-kb ";

  private MemoryProbe() {}

  /**
   * @param args recording, model folder, its sample rate, its level or {@code null}
   */
  public static void main(String[] args) throws Exception {
    Path wav = Path.of(args[0]);
    Path folder = Path.of(args[1]);
    RecognitionModel model =
        new RecognitionModel(
            folder.getFileName().toString(),
            folder,
            Integer.parseInt(args[2]),
            args[3].equals("null") ? null : Double.valueOf(args[3]));
    try (TranscriptionPool pool =
        TranscriptionPool.acquire(model, PoolSettings.defaults().withSlots(2))) {
      new Transcriber(model, pool)
          .transcribe(LabelledCall.recording("probe", wav, 0), LabelledCall.source("probe", wav));
      long workers = 0;
      for (long worker : pool.workerPids()) {
        workers += peakKb(worker);
      }
      System.out.println(ANSWER + peakKb(ProcessHandle.current().pid()) + " " + workers);
    }
  }

  private static long peakKb(long pid) throws IOException {
    List<String> status = Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"));
    return status.stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow(() -> new IOException("no peak memory known of process " + pid));
  }
}
