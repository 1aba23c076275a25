package earshot.transcribe;

import earshot.audio.AudioException;
import earshot.audio.AudioReader;
import earshot.audio.Decoders;
import java.io.IOException;
import java.util.List;
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
record ChannelSpeech(
    AudioSource audio,
    int channels,
    int channel,
    SpeechTimeline timeline,
    double gainDb,
    int leastRateHz)
    implements SpeechSource {
  /** Frames read at once; a quarter of a second at 8 kHz. */
  private static final int BLOCK = 2000;

  @Override
  public String recording() {
    return audio.name();
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
      short[][] block = new short[channels][BLOCK];
      List<SpeechTimeline.Piece> pieces = timeline.pieces();
      long position = 0;
      for (int i = 0; i < pieces.size(); i++) {
        if (i > 0) {
          sink.gap();
        }
        position += read(reader, block, pieces.get(i).start() - position, null);
        position += readPiece(reader, block, pieces.get(i).end() - position, sink);
      }
    }
  }

  private long readPiece(AudioReader reader, short[][] block, long frames, Sink sink)
      throws IOException {
    if (timeline.sampleRateHz() >= leastRateHz) {
      return read(reader, block, frames, sink::samples);
    }
    Upsampler upsampler = new Upsampler(timeline.sampleRateHz(), leastRateHz);
    long read =
        read(reader, block, frames, (samples, count) -> give(sink, upsampler.add(samples, count)));
    give(sink, upsampler.end());
    return read;
  }

  private static void give(Sink sink, short[] samples) throws IOException {
    sink.samples(samples, samples.length);
  }

  private interface Samples {
    void take(short[] samples, int count) throws IOException;
  }

  private long read(AudioReader reader, short[][] block, long frames, @Nullable Samples sink)
      throws IOException {
    long left = frames;
    while (left > 0) {
      int read = reader.read(block, (int) Math.min(BLOCK, left));
      if (read == 0) {
        break;
      }
      if (sink != null) {
        amplify(block[channel], read);
        sink.take(block[channel], read);
      }
      left -= read;
    }
    return frames - left;
  }

  private void amplify(short[] samples, int count) {
    if (gainDb == 0) {
      return;
    }
    double factor = Math.pow(10, gainDb / 20);
    for (int i = 0; i < count; i++) {
      long scaled = Math.round(samples[i] * factor);
      samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, scaled));
    }
  }
}
