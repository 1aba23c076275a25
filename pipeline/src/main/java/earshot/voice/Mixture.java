package earshot.voice;

import java.util.List;
import java.util.Random;

/** How one voice sounds: a mixture of normal distributions with independent axes. Immutable. */
final class Mixture {
  private static final int ROUNDS = 4;
  private static final double LEAST_VARIANCE = 0.1;

  private final double[] bias;
  private final double[][] mean;
  private final double[][] precision;

  private Mixture(double[] bias, double[][] mean, double[][] precision) {
    this.bias = bias;
    this.mean = mean;
    this.precision = precision;
  }

  /**
   * Fits by expectation and maximisation.
   *
   * @param sounds at least as many as parts
   */
  static Mixture of(List<float[]> sounds, int parts, Random random) {
    int axes = sounds.get(0).length;
    double[] weight = new double[parts];
    double[][] mean = new double[parts][axes];
    double[][] variance = new double[parts][axes];
    double[] overall = variance(sounds, axes);
    for (int k = 0; k < parts; k++) {
      float[] from = sounds.get(random.nextInt(sounds.size()));
      for (int a = 0; a < axes; a++) {
        mean[k][a] = from[a];
        variance[k][a] = overall[a] + 0.05;
      }
      weight[k] = 1.0 / parts;
    }
    Mixture mixture = from(weight, mean, variance);
    for (int i = 0; i < ROUNDS; i++) {
      mixture = mixture.refitted(sounds);
    }
    return mixture;
  }

  private static double[] variance(List<float[]> sounds, int axes) {
    double[] sum = new double[axes];
    double[] squares = new double[axes];
    for (float[] sound : sounds) {
      for (int a = 0; a < axes; a++) {
        sum[a] += sound[a];
        squares[a] += sound[a] * sound[a];
      }
    }
    double[] variance = new double[axes];
    for (int a = 0; a < axes; a++) {
      double mean = sum[a] / sounds.size();
      variance[a] = squares[a] / sounds.size() - mean * mean;
    }
    return variance;
  }

  private static Mixture from(double[] weight, double[][] mean, double[][] variance) {
    double[] bias = new double[weight.length];
    double[][] precision = new double[weight.length][];
    for (int k = 0; k < weight.length; k++) {
      bias[k] = Math.log(weight[k]);
      precision[k] = new double[mean[k].length];
      for (int a = 0; a < precision[k].length; a++) {
        bias[k] -= 0.5 * Math.log(variance[k][a]);
        precision[k][a] = 1 / variance[k][a];
      }
    }
    return new Mixture(bias, mean, precision);
  }

  private Mixture refitted(List<float[]> sounds) {
    int parts = bias.length;
    int axes = mean[0].length;
    double[] weight = new double[parts];
    double[][] sum = new double[parts][axes];
    double[][] squares = new double[parts][axes];
    double[] each = new double[parts];
    for (float[] sound : sounds) {
      double all = logs(sound, each);
      for (int k = 0; k < parts; k++) {
        double share = Math.exp(each[k] - all);
        weight[k] += share;
        for (int a = 0; a < axes; a++) {
          sum[k][a] += share * sound[a];
          squares[k][a] += share * sound[a] * sound[a];
        }
      }
    }
    double[][] variance = new double[parts][axes];
    double total = 0;
    for (int k = 0; k < parts; k++) {
      weight[k] += 1e-3;
      total += weight[k];
      for (int a = 0; a < axes; a++) {
        sum[k][a] /= weight[k];
        variance[k][a] =
            Math.max(LEAST_VARIANCE, squares[k][a] / weight[k] - sum[k][a] * sum[k][a]);
      }
    }
    for (int k = 0; k < parts; k++) {
      weight[k] /= total;
    }
    return from(weight, sum, variance);
  }

  /** Natural logarithm of the likelihood, up to a constant that all mixtures share. */
  double log(float[] sound) {
    return logs(sound, new double[bias.length]);
  }

  private double logs(float[] sound, double[] each) {
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < each.length; k++) {
      double sum = bias[k];
      for (int a = 0; a < sound.length; a++) {
        double d = sound[a] - mean[k][a];
        sum -= 0.5 * d * d * precision[k][a];
      }
      each[k] = sum;
      most = Math.max(most, sum);
    }
    double sum = 0;
    for (double one : each) {
      sum += Math.exp(one - most);
    }
    return most + Math.log(sum);
  }
}
