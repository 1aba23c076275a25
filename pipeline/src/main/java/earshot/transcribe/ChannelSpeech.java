package earshot.transcribe;

import earshot.audio.AudioException;
import earshot.audio.AudioReader;
import earshot.audio.Decoders;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The speech of one channel, at the level the model hears best at.
 *
 * <p>Every channel reads the recording for itself: what two channels need next lies minutes apart,
 * and reading costs less than a hundredth of decoding.
 *
 * @param gainDb added to every sample; what does not fit into 16 bits saturates
 * @param leastRateHz what the model was trained at: audio of a lower rate is brought to it, audio
 *     of a higher rate is left to libvosk, which always takes it
 */
public record ChannelSpeech(
    AudioSource audio,
    int channels,
    int channel,
    SpeechTimeline timeline,
    double gainDb,
    int leastRateHz)
    implements SpeechSource {
  /** Frames read at once; a quarter of a second at 8 kHz. */
  private static final int BLOCK = 2000;

  /** Any number: what matters is that it is always the same. */
  private static final long NOISE_SEED = 1876;

  @Override
  public String recording() {
    return audio.id();
  }

  @Override
  public int sampleRateHz() {
    return Math.max(leastRateHz, timeline.sampleRateHz());
  }

  @Override
  public void readTo(Sink sink) throws IOException {
    try (AudioReader reader = Decoders.open(audio.open(), audio.name())) {
      if (reader.format().channels() != channels
          || reader.format().sampleRateHz() != timeline.sampleRateHz()) {
        throw new AudioException(
            "changed", audio.name() + ": the recording changed while it was read; run again");
      }
      new Pass(reader, sink).readAll();
    }
  }

  private interface Samples {
    void take(short[] samples, int count) throws IOException;
  }

  /** One reading of the channel from front to back. */
  private final class Pass {
    private final AudioReader reader;
    private final Sink sink;
    private final short[][] block = new short[channels][BLOCK];
    private final double factor = Math.pow(10, gainDb / 20);
    private final SplittableRandom noise = new SplittableRandom(NOISE_SEED);
    private long position;

    Pass(AudioReader reader, Sink sink) {
      this.reader = reader;
      this.sink = sink;
    }

    void readAll() throws IOException {
      List<SpeechTimeline.Piece> pieces = timeline.pieces();
      for (int i = 0; i < pieces.size(); i++) {
        if (i > 0) {
          sink.gap();
        }
        readUpTo(pieces.get(i).start(), null);
        readPiece(pieces.get(i).end());
      }
    }

    private void readPiece(long end) throws IOException {
      if (timeline.sampleRateHz() >= leastRateHz) {
        readUpTo(end, sink::samples);
      } else {
        Upsampler upsampler = new Upsampler(timeline.sampleRateHz(), leastRateHz);
        readUpTo(end, (samples, count) -> give(upsampler.add(samples, count)));
        give(upsampler.end());
      }
    }

    private void give(short[] samples) throws IOException {
      sink.samples(samples, samples.length);
    }

    private void readUpTo(long end, @Nullable Samples taker) throws IOException {
      while (position < end) {
        int read = reader.read(block, (int) Math.min(BLOCK, end - position));
        if (read == 0) {
          return;
        }
        if (taker != null) {
          amplify(block[channel], read);
          taker.take(block[channel], read);
        }
        position += read;
      }
    }

    /**
     * Brings samples to their level, and adds noise of one quantisation step, which models were
     * trained with: without it, digital silence sounds like nothing they know.
     */
    private void amplify(short[] samples, int count) {
      for (int i = 0; i < count; i++) {
        long scaled = Math.round(samples[i] * factor + noise.nextGaussian());
        samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, scaled));
      }
    }
  }
}
