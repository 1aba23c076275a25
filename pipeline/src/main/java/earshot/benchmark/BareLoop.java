package earshot.benchmark;

import earshot.transcribe.ChannelSpeech;
import earshot.transcribe.SpeechSource;
import earshot.transcribe.vosk.VoskModel;
import earshot.transcribe.vosk.VoskRecognizer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The least that recognises: one process, one thread a slot, a recognizer a channel. */
final class BareLoop {
  private BareLoop() {}

  /** Decodes all channels; returns how many words were recognised. */
  static int run(VoskModel model, List<ChannelSpeech> channels, int threads) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Integer>> tasks =
          channels.stream().<Callable<Integer>>map(c -> () -> decode(model, c)).toList();
      int words = 0;
      for (Future<Integer> result : executor.invokeAll(tasks)) {
        words += result.get();
      }
      return words;
    } finally {
      executor.shutdownNow();
    }
  }

  private static int decode(VoskModel model, ChannelSpeech channel) throws IOException {
    try (VoskRecognizer recognizer = model.recognizer(channel.sampleRateHz())) {
      Loop loop = new Loop(recognizer, VoskRecognizer.chunkSamples(channel.sampleRateHz()));
      channel.readTo(loop);
      loop.feed();
      return loop.words + recognizer.flush().size();
    }
  }

  private static final class Loop implements SpeechSource.Sink {
    private final VoskRecognizer recognizer;
    private final short[] chunk;
    private int filled;
    private int words;

    Loop(VoskRecognizer recognizer, int chunkSamples) {
      this.recognizer = recognizer;
      this.chunk = new short[chunkSamples];
    }

    @Override
    public void samples(short[] samples, int count) throws IOException {
      for (int from = 0; from < count; ) {
        int taken = Math.min(chunk.length - filled, count - from);
        System.arraycopy(samples, from, chunk, filled, taken);
        filled += taken;
        from += taken;
        if (filled == chunk.length) {
          feed();
        }
      }
    }

    @Override
    public void gap() {
      throw new IllegalStateException("whole channels have no gaps");
    }

    void feed() throws IOException {
      if (filled > 0 && recognizer.accept(chunk, filled)) {
        words += recognizer.result().size();
      }
      filled = 0;
    }
  }
}
