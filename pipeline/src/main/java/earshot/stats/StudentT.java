package earshot.stats;

/** Student's t distribution, as far as intervals need it. */
final class StudentT {
  /** From here on the series in 1/degrees is exact to more than seven digits. */
  private static final long MANY = 100;

  private StudentT() {}

  /** The two-sided 5 % point: |t| stays below it in 95 of 100 samples. */
  static double critical95(long degrees) {
    if (degrees < 1) {
      throw new IllegalArgumentException("t needs at least 1 degree of freedom, not " + degrees);
    }
    return degrees < MANY ? solve((int) degrees) : series(degrees);
  }

  private static double solve(int degrees) {
    double low = Proportion.Z;
    double high = 13;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (within(middle, degrees) < 0.95) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /**
   * The probability of |T| below t for whole degrees of freedom: the finite sums of Abramowitz and
   * Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
   */
  static double within(double t, int degrees) {
    double angle = Math.atan(t / Math.sqrt(degrees));
    double cos2 = Math.cos(angle) * Math.cos(angle);
    boolean odd = degrees % 2 == 1;
    double term = odd ? Math.cos(angle) : 1;
    double sum = degrees == 1 ? 0 : term;
    for (int k = odd ? 3 : 2; k <= degrees - 2; k += 2) {
      term *= cos2 * (k - 1) / k;
      sum += term;
    }
    return odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  }

  /** Abramowitz and Stegun 26.7.5: the normal point, corrected in powers of 1/degrees. */
  private static double series(double degrees) {
    double x = Proportion.Z;
    double x3 = x * x * x;
    double x5 = x3 * x * x;
    double x7 = x5 * x * x;
    double first = (x3 + x) / 4;
    double second = (5 * x5 + 16 * x3 + 3 * x) / 96;
    double third = (3 * x7 + 19 * x5 + 17 * x3 - 15 * x) / 384;
    return x + (first + (second + third / degrees) / degrees) / degrees;
  }
}
