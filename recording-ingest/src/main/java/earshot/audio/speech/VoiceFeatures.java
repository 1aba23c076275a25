package earshot.audio.speech;

import earshot.audio.AudioReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What tells one voice from another, 100 times a second: the shape of the spectrum (cepstrum of 20
 * mel bands between 200 and 3500 Hz, without its level) and the height of the voice.
 *
 * @param levelDb level of each frame, relative
 * @param shape the 13 lowest cepstral coefficients but the level, for each frame; read-only
 * @param pitch logarithm to base 2 of the period's frequency, 0 where the frame is not voiced
 */
public record VoiceFeatures(float[] levelDb, float[][] shape, float[] pitch) {
  public static final int FRAMES_A_SECOND = 100;
  public static final int COEFFICIENTS = 13;

  private static final int RATE_HZ = 8000;
  private static final int BANDS = 20;
  private static final double LOWEST_HZ = 200;
  private static final double HIGHEST_HZ = 3500;
  private static final double LOWEST_VOICE_HZ = 70;
  private static final double HIGHEST_VOICE_HZ = 360;

  /** A frame this like itself one period later is voiced. */
  private static final double VOICED = 0.5;

  /**
   * Reads one channel of a recording to its end. The reader is not closed.
   *
   * @param channel 0-based
   */
  public static VoiceFeatures read(AudioReader reader, int channel) throws IOException {
    return new Extraction(reader.format().sampleRateHz()).all(reader, channel);
  }

  /** Working memory of one pass. */
  private static final class Extraction {
    private final int divide;
    private final int rate;
    private final int size;
    private final int step;
    private final float[] ring;
    private final float[] power;
    private final PowerSpectrum spectrum;
    private final double[][] bank;
    private final List<float[]> shapes = new ArrayList<>();
    private final FloatSeries levels = new FloatSeries();
    private final FloatSeries pitches = new FloatSeries();

    Extraction(int recordedRate) {
      divide = Math.max(1, Math.round((float) recordedRate / RATE_HZ));
      rate = recordedRate / divide;
      size = Integer.highestOneBit(Math.max(2, rate / 32)) * (rate % 8000 == 0 ? 1 : 2);
      step = Math.max(1, rate / FRAMES_A_SECOND);
      ring = new float[size];
      power = new float[size / 2];
      spectrum = new PowerSpectrum(size);
      bank = bank();
    }

    VoiceFeatures all(AudioReader reader, int channel) throws IOException {
      short[][] planar = new short[reader.format().channels()][step * divide];
      int filled = 0;
      int got;
      while ((got = reader.read(planar, planar[0].length)) > 0) {
        int fresh = got / divide;
        System.arraycopy(ring, Math.min(size, fresh), ring, 0, size - Math.min(size, fresh));
        for (int i = 0; i < fresh; i++) {
          float sum = 0;
          for (int j = 0; j < divide; j++) {
            sum += planar[channel][i * divide + j];
          }
          ring[size - fresh + i] = sum / divide;
        }
        filled++;
        frame();
      }
      return new VoiceFeatures(
          levels.toArray(), shapes.toArray(new float[filled][]), pitches.toArray());
    }

    private void frame() {
      float[] centred = centred();
      spectrum.of(centred, 0, power);
      double energy = 0;
      for (float v : centred) {
        energy += v * v;
      }
      levels.add((float) (10 * Math.log10(energy / size + 1e-3)));
      shapes.add(shape());
      pitches.add(pitch(centred));
    }

    private float[] centred() {
      float mean = 0;
      for (float v : ring) {
        mean += v;
      }
      mean /= size;
      float[] centred = new float[size];
      for (int i = 0; i < size; i++) {
        centred[i] = ring[i] - mean;
      }
      return centred;
    }

    private float[] shape() {
      double[] bands = new double[BANDS];
      for (int b = 0; b < BANDS; b++) {
        double sum = 100;
        for (int k = 0; k < power.length; k++) {
          sum += bank[b][k] * power[k];
        }
        bands[b] = Math.log(sum);
      }
      float[] shape = new float[COEFFICIENTS];
      for (int c = 0; c < COEFFICIENTS; c++) {
        double sum = 0;
        for (int b = 0; b < BANDS; b++) {
          sum += bands[b] * Math.cos(Math.PI * (c + 1) * (b + 0.5) / BANDS);
        }
        shape[c] = (float) (sum * Math.sqrt(2.0 / BANDS));
      }
      return shape;
    }

    private float pitch(float[] samples) {
      int shortest = (int) (rate / HIGHEST_VOICE_HZ);
      int longest = Math.min(size / 2 + size / 4, (int) (rate / LOWEST_VOICE_HZ));
      double best = VOICED;
      int period = 0;
      for (int lag = shortest; lag <= longest; lag++) {
        double like = 0;
        double before = 1e-3;
        double after = 1e-3;
        for (int i = 0; i + lag < size; i++) {
          like += samples[i] * samples[i + lag];
          before += samples[i] * samples[i];
          after += samples[i + lag] * samples[i + lag];
        }
        double likeness = like / Math.sqrt(before * after);
        if (likeness > best) {
          best = likeness;
          period = lag;
        }
      }
      return period == 0 ? 0 : (float) (Math.log((double) rate / period) / Math.log(2));
    }

    private double[][] bank() {
      double[] edges = new double[BANDS + 2];
      double low = mel(LOWEST_HZ);
      double high = mel(HIGHEST_HZ);
      for (int i = 0; i < edges.length; i++) {
        edges[i] = 700 * (Math.pow(10, (low + (high - low) * i / (BANDS + 1)) / 2595) - 1);
      }
      double[][] made = new double[BANDS][power.length];
      for (int b = 0; b < BANDS; b++) {
        for (int k = 0; k < power.length; k++) {
          double hz = (double) k * rate / size;
          double up = (hz - edges[b]) / (edges[b + 1] - edges[b]);
          double down = (edges[b + 2] - hz) / (edges[b + 2] - edges[b + 1]);
          made[b][k] = Math.max(0, Math.min(up, down));
        }
      }
      return made;
    }

    private static double mel(double hz) {
      return 2595 * Math.log10(1 + hz / 700);
    }
  }

  /** The level that so many of the frames stay below. */
  public float levelAt(double share, boolean[] within) {
    float[] kept = new float[levelDb.length];
    int count = 0;
    for (int i = 0; i < levelDb.length; i++) {
      if (i >= within.length || within[i]) {
        kept[count++] = levelDb[i];
      }
    }
    Arrays.sort(kept, 0, count);
    return count == 0 ? Float.NEGATIVE_INFINITY : kept[(int) (share * (count - 1))];
  }
}
