package earshot.benchmark;

import earshot.transcribe.ChannelSpeech;
import earshot.transcribe.Chunks;
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
      Words words = new Words(recognizer);
      Chunks chunks = new Chunks(VoskRecognizer.chunkSamples(channel.sampleRateHz()), words);
      channel.readTo(chunks);
      chunks.end();
      return words.count + recognizer.flush().size();
    }
  }

  /** Counts what is recognised. */
  private static final class Words implements Chunks.Taker {
    private final VoskRecognizer recognizer;
    private int count;

    Words(VoskRecognizer recognizer) {
      this.recognizer = recognizer;
    }

    @Override
    public void take(short[] chunk, int samples) throws IOException {
      if (recognizer.accept(chunk, samples)) {
        count += recognizer.result().size();
      }
    }

    @Override
    public void gap() {
      throw new IllegalStateException("whole channels have no gaps");
    }
  }
}
