package earshot.benchmark;

import earshot.model.RecognitionModel;
import earshot.transcribe.PoolSettings;
import earshot.transcribe.TranscriptionPool;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Measures recognition on this machine with a folder of labelled calls, and prints tables. */
public final class Benchmark {
  /** What is measured. */
  public enum Part {
    SPEED,
    WORD_ERRORS,
    WORD_TIMES,
    MEMORY,
    SECOND_RUN
  }

  private final Path calls;
  private final RecognitionModel model;

  /**
   * @param calls folder with {@code <id>.wav}, {@code <id>.json} and {@code truth/<id>.truth.json}
   */
  public Benchmark(Path calls, RecognitionModel model) {
    this.calls = calls;
    this.model = model;
  }

  /** All parts, with three rounds of the speed table. */
  public void run(PrintStream out) throws Exception {
    run(out, EnumSet.allOf(Part.class), 3);
  }

  /**
   * Measures and prints, part by part.
   *
   * @param rounds of the speed table, of which the median is told
   */
  public void run(PrintStream out, Set<Part> parts, int rounds) throws Exception {
    List<LabelledCall> labelled = LabelledCall.in(calls);
    out.printf("Model %s%n", model.name());
    if (parts.contains(Part.SPEED)) {
      new Speed(labelled, model, 2).print(out, rounds);
    }
    if (parts.contains(Part.WORD_ERRORS) || parts.contains(Part.WORD_TIMES)) {
      try (TranscriptionPool pool = TranscriptionPool.acquire(model, PoolSettings.defaults())) {
        Accuracy accuracy = new Accuracy(labelled, model, pool);
        if (parts.contains(Part.WORD_ERRORS)) {
          accuracy.printWordErrors(out);
        }
        if (parts.contains(Part.WORD_TIMES)) {
          accuracy.printWordTimes(out);
        }
      }
    }
    if (parts.contains(Part.MEMORY)) {
      PeakMemory.print(out, labelled.get(0));
    }
    if (parts.contains(Part.SECOND_RUN)) {
      SecondRun.print(out, labelled);
    }
  }
}
