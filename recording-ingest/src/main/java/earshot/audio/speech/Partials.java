package earshot.audio.speech;

/**
 * The strongest peaks of one spectrum: their frequencies, found between the bins, and their shares
 * of the power above {@link #LOWEST_HZ}.
 */
final class Partials {
  /** Below the telephone band: hum. */
  private static final double LOWEST_HZ = 250;

  /** A chord has a dozen partials of weight; what is weaker does not decide. */
  private static final int MOST = 12;

  /** Two windows hear the same partial when its frequency moved by no more than this. */
  private static final float SAME_HZ = 2;

  private final float[] hz = new float[MOST];
  private final float[] share = new float[MOST];
  private int count;

  void clear() {
    count = 0;
  }

  /** Finds the peaks of a power spectrum. */
  void find(float[] power, double hzPerBin) {
    count = 0;
    int lowest = (int) (LOWEST_HZ / hzPerBin);
    float total = 1e-9f;
    for (int k = lowest; k < power.length; k++) {
      total += power[k];
    }
    for (int k = lowest + 1; k < power.length - 1; k++) {
      if (power[k] > power[k - 1] && power[k] >= power[k + 1]) {
        float around = (power[k - 1] + power[k] + power[k + 1]) / total;
        if (count < MOST || around > share[count - 1]) {
          insert((float) ((k + between(power, k)) * hzPerBin), around);
        }
      }
    }
  }

  /** Vertex of the parabola through the logarithms of three bins, in bins from the middle one. */
  private static double between(float[] power, int k) {
    double left = Math.log(power[k - 1] + 1e-12);
    double middle = Math.log(power[k] + 1e-12);
    double right = Math.log(power[k + 1] + 1e-12);
    double curve = left - 2 * middle + right;
    return curve < -1e-9 ? Math.max(-0.5, Math.min(0.5, 0.5 * (left - right) / curve)) : 0;
  }

  /** Keeps the strongest, strongest first. */
  private void insert(float frequency, float around) {
    int at = count < MOST ? count++ : MOST - 1;
    while (at > 0 && share[at - 1] < around) {
      hz[at] = hz[at - 1];
      share[at] = share[at - 1];
      at--;
    }
    hz[at] = frequency;
    share[at] = around;
  }

  /** Share of the power, 0 to 1, in partials that the other spectrum has at the same frequency. */
  float steadyShare(Partials other) {
    float sum = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < other.count; j++) {
        if (Math.abs(hz[i] - other.hz[j]) < SAME_HZ) {
          sum += share[i];
          break;
        }
      }
    }
    return Math.min(1, sum);
  }
}
