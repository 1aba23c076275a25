package earshot.transcribe;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Raises the sample rate of a piece of audio, for models that expect more than the telephone gives
 * and whose configuration does not let libvosk do it. Band-limited interpolation: a sinc under a
 * Hann window.
 *
 * <p>One instance a piece; the first output sample lies at the time of the first input sample, and
 * n samples give {@code n * to / from} samples, rounded up. Not thread-safe.
 */
final class Upsampler {
  /** Input samples on each side that an output sample is made of. */
  private static final int REACH = 16;

  private final int up;
  private final int down;
  private final double[][] taps;
  private short[] pending;
  private int filled;
  private long consumed;
  private long produced;

  /** Input samples that are no longer pending. */
  private long dropped;

  Upsampler(int fromHz, int toHz) {
    if (fromHz >= toHz) {
      throw new IllegalArgumentException("not upwards: " + fromHz + " to " + toHz + " Hz");
    }
    int common = BigInteger.valueOf(fromHz).gcd(BigInteger.valueOf(toHz)).intValue();
    this.up = toHz / common;
    this.down = fromHz / common;
    this.taps = new double[up][2 * REACH];
    for (int phase = 0; phase < up; phase++) {
      for (int i = 0; i < 2 * REACH; i++) {
        taps[phase][i] = tap(i - REACH + 1 - (double) phase / up);
      }
    }
    this.pending = new short[4096];
    this.filled = REACH - 1;
  }

  private static double tap(double x) {
    if (Math.abs(x) >= REACH) {
      return 0;
    }
    double sinc = x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    return sinc * (0.5 + 0.5 * Math.cos(Math.PI * x / REACH));
  }

  /** The output that is complete with these samples. */
  short[] add(short[] samples, int count) {
    room(count);
    System.arraycopy(samples, 0, pending, filled, count);
    filled += count;
    consumed += count;
    long complete = Math.max(0, consumed - REACH);
    return produce((complete * up + down - 1) / down);
  }

  /** The rest of the output; the instance is used up then. */
  short[] end() {
    room(REACH);
    Arrays.fill(pending, filled, filled + REACH, (short) 0);
    filled += REACH;
    return produce((consumed * up + down - 1) / down);
  }

  /** Output samples up to a number, counted from the start of the piece. */
  private short[] produce(long upTo) {
    short[] out = new short[(int) Math.max(0, upTo - produced)];
    for (int n = 0; n < out.length; n++) {
      long position = (produced + n) * down;
      int first = (int) (position / up - dropped);
      double[] weights = taps[(int) (position % up)];
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * pending[first + i];
      }
      out[n] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
    }
    produced += out.length;
    drop();
    return out;
  }

  private void drop() {
    int unneeded = (int) Math.min(filled, produced * down / up - dropped);
    if (unneeded > 0) {
      System.arraycopy(pending, unneeded, pending, 0, filled - unneeded);
      filled -= unneeded;
      dropped += unneeded;
    }
  }

  private void room(int more) {
    if (filled + more > pending.length) {
      pending = Arrays.copyOf(pending, 2 * (filled + more));
    }
  }
}
