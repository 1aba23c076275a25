package earshot.audio.speech;

/** Second-order Butterworth high pass, by the bilinear transform. */
final class HighPass {
  private final double b0;
  private final double a1;
  private final double a2;
  private double s1;
  private double s2;

  HighPass(int sampleRateHz, double cornerHz) {
    double k = Math.tan(Math.PI * cornerHz / sampleRateHz);
    double norm = 1 / (1 + Math.sqrt(2) * k + k * k);
    b0 = norm;
    a1 = 2 * (k * k - 1) * norm;
    a2 = (1 - Math.sqrt(2) * k + k * k) * norm;
  }

  double next(double x) {
    double y = b0 * x + s1;
    s1 = -2 * b0 * x - a1 * y + s2;
    s2 = b0 * x - a2 * y;
    return y;
  }
}
