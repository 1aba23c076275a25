package earshot.audio.speech;

/** Power spectrum of a Hann-windowed stretch, radix-2. Not thread-safe: it works in own arrays. */
final class PowerSpectrum {
  private final int size;
  private final float[] window;
  private final float[] cos;
  private final float[] sin;
  private final float[] re;
  private final float[] im;
  private final int[] reversed;

  /**
   * @param size of the stretch, a power of two
   */
  PowerSpectrum(int size) {
    this.size = size;
    window = new float[size];
    for (int i = 0; i < size; i++) {
      window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / size));
    }
    int half = size / 2;
    cos = new float[half];
    sin = new float[half];
    for (int i = 0; i < half; i++) {
      cos[i] = (float) Math.cos(2 * Math.PI * i / size);
      sin[i] = (float) -Math.sin(2 * Math.PI * i / size);
    }
    re = new float[half];
    im = new float[half];
    reversed = new int[half];
    int shift = Integer.numberOfLeadingZeros(half) + 1;
    for (int i = 0; i < half; i++) {
      reversed[i] = half == 1 ? 0 : Integer.reverse(i) >>> shift;
    }
  }

  /**
   * Even samples as real and odd ones as imaginary part make one transform of half the size.
   *
   * @param ring of {@code size} samples
   * @param oldest where the oldest sample is
   * @param power gets {@code size / 2} bins, from 0 Hz
   */
  void of(float[] ring, int oldest, float[] power) {
    int half = size / 2;
    int mask = size - 1;
    for (int i = 0; i < half; i++) {
      int to = reversed[i];
      re[to] = ring[oldest + 2 * i & mask] * window[2 * i];
      im[to] = ring[oldest + 2 * i + 1 & mask] * window[2 * i + 1];
    }
    transform(half);
    power[0] = (re[0] + im[0]) * (re[0] + im[0]);
    for (int k = 1; k < half; k++) {
      int m = half - k;
      float evenRe = 0.5f * (re[k] + re[m]);
      float evenIm = 0.5f * (im[k] - im[m]);
      float oddRe = 0.5f * (im[k] + im[m]);
      float oddIm = 0.5f * (re[m] - re[k]);
      float x = evenRe + cos[k] * oddRe - sin[k] * oddIm;
      float y = evenIm + cos[k] * oddIm + sin[k] * oddRe;
      power[k] = x * x + y * y;
    }
  }

  private void transform(int n) {
    for (int length = 2; length <= n; length *= 2) {
      int half = length / 2;
      int step = size / length;
      for (int start = 0; start < n; start += length) {
        for (int j = 0; j < half; j++) {
          float wr = cos[j * step];
          float wi = sin[j * step];
          int a = start + j;
          int b = a + half;
          float tr = wr * re[b] - wi * im[b];
          float ti = wr * im[b] + wi * re[b];
          re[b] = re[a] - tr;
          im[b] = im[a] - ti;
          re[a] += tr;
          im[a] += ti;
        }
      }
    }
  }
}
