package earshot.transcribe;

import earshot.audio.AudioReader;
import earshot.audio.Decoders;
import earshot.call.Metadata;
import earshot.catalogue.Recording;
import earshot.model.RecognitionModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The model and the sample calls that ship, for tests. */
final class Samples {
  private static final Path HOME = Path.of(System.getProperty("earshot.root"), "pipeline/src/dist");

  private Samples() {}

  static RecognitionModel model() {
    String name = "vosk-model-tiny-en-callcentre-8k-0.1";
    return new RecognitionModel(name, HOME.resolve("models").resolve(name), 8000, -38.0);
  }

  static Path wav(String call) {
    return HOME.resolve("samples").resolve(call + ".wav");
  }

  static AudioSource source(Path wav) {
    return new AudioSource() {
      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(wav);
      }

      @Override
      public String name() {
        return wav.getFileName().toString();
      }
    };
  }

  static Recording recording(String call, @Nullable Integer agentChannel) {
    Metadata metadata =
        new Metadata(
            OffsetDateTime.parse("2026-10-01T09:00:00Z"),
            "metadata",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "en");
    return new Recording(call + ".wav", call, "0".repeat(64), 1, metadata, agentChannel);
  }

  /** One channel of a sample call, whole. */
  static short[] channel(String call, int channel) throws IOException {
    try (AudioReader reader = Decoders.open(Files.newInputStream(wav(call)), call)) {
      short[][] block = new short[reader.format().channels()][8000];
      short[] all = new short[0];
      for (int read = reader.read(block, 8000); read > 0; read = reader.read(block, 8000)) {
        int length = all.length;
        all = Arrays.copyOf(all, length + read);
        System.arraycopy(block[channel], 0, all, length, read);
      }
      return all;
    }
  }

  /** Samples as a source of speech. */
  static SpeechSource speech(String recording, short[] samples) {
    return new SpeechSource() {
      @Override
      public String recording() {
        return recording;
      }

      @Override
      public int sampleRateHz() {
        return 8000;
      }

      @Override
      public void readTo(Sink sink) throws IOException {
        sink.samples(samples, samples.length);
      }
    };
  }
}
