package earshot.audio.speech;

import earshot.audio.AudioFormat;
import earshot.audio.AudioReader;
import java.util.Random;

/** Sounds made by formula, from which recordings are put together. Levels are RMS in dBFS. */
final class Sounds {
  private final int rate;
  private final Random random = new Random(11);

  Sounds(int rate) {
    this.rate = rate;
  }

  private int samples(double seconds) {
    return (int) Math.round(seconds * rate);
  }

  private static double[] at(double dbfs, double[] x) {
    double sum = 1e-12;
    for (double v : x) {
      sum += v * v;
    }
    double gain = Math.pow(10, dbfs / 20) / Math.sqrt(sum / x.length);
    for (int i = 0; i < x.length; i++) {
      x[i] *= gain;
    }
    return x;
  }

  double[] silence(double seconds) {
    return new double[samples(seconds)];
  }

  double[] noise(double seconds, double dbfs) {
    double[] x = silence(seconds);
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextGaussian();
    }
    return at(dbfs, x);
  }

  /** Stands in for speech: a gliding voice of thirty partials in four syllables a second. */
  double[] voice(double seconds, double dbfs) {
    double[] x = silence(seconds);
    double phase = 0;
    double vowel = 600;
    for (int i = 0; i < x.length; i++) {
      double t = (double) i / rate;
      double pitch = 140 * (1 + 0.15 * Math.sin(2 * Math.PI * 0.7 * t) - 0.1 * (4 * t % 1));
      phase += 2 * Math.PI * pitch / rate;
      if (i % (rate / 4) == 0) {
        vowel = 400 + 500 * random.nextDouble();
      }
      double syllable = Math.pow(Math.sin(Math.PI * (4 * t % 1)), 2);
      for (int k = 1; k * 160 < Math.min(3600, rate / 2); k++) {
        double off = (k * pitch - vowel) / 400;
        x[i] += syllable * Math.exp(-off * off / 2) * Math.sin(k * phase);
        x[i] += syllable * 0.03 * Math.sin(k * phase);
      }
    }
    return at(dbfs, x);
  }

  /** Chords of three notes, two a second. */
  double[] music(double seconds, double dbfs) {
    double[] x = silence(seconds);
    for (int from = 0; from < x.length; from += rate / 2) {
      for (int note = 0; note < 3; note++) {
        double hz = 220 * Math.pow(2, random.nextInt(24) / 12.0);
        for (int i = from; i < Math.min(x.length, from + rate * 6 / 10); i++) {
          double t = (double) (i - from) / rate;
          double envelope = Math.min(1, t / 0.01) * Math.exp(-2 * t);
          for (int k = 1; k <= 4; k++) {
            x[i] += envelope / k * Math.sin(2 * Math.PI * k * hz * t);
          }
        }
      }
    }
    return at(dbfs, x);
  }

  /** Tones that sound together, on and off. */
  double[] tones(double seconds, double dbfs, double on, double off, double... hz) {
    double[] x = silence(seconds);
    for (int i = 0; i < x.length; i++) {
      double t = (double) i / rate;
      for (double f : hz) {
        x[i] += t % (on + off) < on ? Math.sin(2 * Math.PI * f * t) : 0;
      }
    }
    return at(dbfs, x);
  }

  static double[] join(double[]... parts) {
    return java.util.Arrays.stream(parts).flatMapToDouble(java.util.Arrays::stream).toArray();
  }

  /** Adds the second, as much of it as there is, times a gain and so many samples late. */
  static double[] mix(double[] a, double[] b, double gain, int late) {
    double[] sum = a.clone();
    for (int i = late; i < a.length && i - late < b.length; i++) {
      sum[i] += gain * b[i - late];
    }
    return sum;
  }

  /** Makes a recording of channels of one length. */
  AudioReader recording(double[]... channels) {
    return new AudioReader() {
      private int at;

      @Override
      public AudioFormat format() {
        return new AudioFormat(rate, channels.length, "pcm_s16");
      }

      @Override
      public int read(short[][] planar, int frames) {
        int count = Math.min(frames, channels[0].length - at);
        for (int c = 0; c < channels.length; c++) {
          for (int i = 0; i < count; i++) {
            double sample = Math.rint(channels[c][at + i] * 32768);
            planar[c][i] = (short) Math.max(-32768, Math.min(32767, sample));
          }
        }
        at += count;
        return count;
      }

      @Override
      public void close() {}
    };
  }
}
