package earshot.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Shares the sounds of a channel between two voices: starts from a rough division of half-second
 * stretches, then fits a mixture to each voice and finds the most likely sequence of speakers, in
 * turns. Started several times; only where nearly all starts end at the same division are there two
 * voices that differ clearly. The same sounds give the same division.
 */
final class VoiceSplitter {
  /**
   * Numbers of the method, found on the labelled sample calls mixed to one channel.
   *
   * @param starts how often it is started
   * @param rounds of fitting and dividing
   * @param parts of the mixture of a voice
   * @param change what a change of speaker costs, in logarithms of odds
   * @param changeInPause the same where nobody speaks for a moment
   * @param trust frames next to each other say nearly the same, so each counts for less than 1
   * @param pauseFrames from which length on it is a pause
   * @param stretchFrames longest stretch that is first given to one voice
   * @param leastFrames shortest stretch that is; a tenth of these make a voice
   * @param most sounds that a mixture is fitted to
   */
  record Settings(
      int starts,
      int rounds,
      int parts,
      double change,
      double changeInPause,
      double trust,
      int pauseFrames,
      int stretchFrames,
      int leastFrames,
      int most) {
    static final Settings DEFAULT = new Settings(8, 6, 4, 40, 12, 0.3, 15, 100, 30, 20_000);
  }

  /**
   * A division.
   *
   * @param second for each sound, whether the second voice made it
   * @param agreement share of sounds that the other starts divide alike, mean over them: 0.5 to 1
   */
  record Division(boolean[] second, double agreement) {}

  private record Start(boolean[] second, double likelihood) {}

  private final Settings settings;

  VoiceSplitter(Settings settings) {
    this.settings = settings;
  }

  /**
   * Divides.
   *
   * @param sounds every axis with mean 0 and variance 1
   * @param frame the frame number of each, rising
   */
  Optional<Division> divide(List<float[]> sounds, int[] frame) {
    List<int[]> stretches = stretches(frame);
    if (stretches.size() < 4) {
      return Optional.empty();
    }
    Random random = new Random(1);
    List<Start> ends = new ArrayList<>();
    for (int i = 0; i < settings.starts(); i++) {
      roughly(sounds, stretches, random)
          .flatMap(rough -> refined(sounds, frame, rough, random))
          .ifPresent(ends::add);
    }
    if (ends.size() < settings.starts() / 2) {
      return Optional.empty();
    }
    ends.sort(Comparator.comparingDouble(Start::likelihood).reversed());
    boolean[] best = ends.get(0).second();
    double agreement =
        ends.stream().skip(1).mapToDouble(e -> alike(best, e.second())).average().orElse(0);
    return Optional.of(new Division(best, agreement));
  }

  /** First and last sound of stretches without a pause. */
  private List<int[]> stretches(int[] frame) {
    List<int[]> stretches = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= frame.length; i++) {
      if (i == frame.length
          || frame[i] - frame[i - 1] >= settings.pauseFrames()
          || i - first >= settings.stretchFrames()) {
        if (i - first >= settings.leastFrames()) {
          stretches.add(new int[] {first, i - 1});
        }
        first = i;
      }
    }
    return stretches;
  }

  /** The voice of each sound by its stretch, two means; -1 for sounds outside stretches. */
  private static Optional<int[]> roughly(
      List<float[]> sounds, List<int[]> stretches, Random random) {
    List<double[]> means = stretches.stream().map(s -> mean(sounds, s[0], s[1])).toList();
    double[][] centre = {
      means.get(random.nextInt(means.size())), means.get(random.nextInt(means.size()))
    };
    boolean[] second = new boolean[means.size()];
    for (int round = 0; round < 20; round++) {
      int seconds = 0;
      for (int i = 0; i < second.length; i++) {
        second[i] = distance(means.get(i), centre[1]) < distance(means.get(i), centre[0]);
        seconds += second[i] ? 1 : 0;
      }
      if (seconds == 0 || seconds == second.length) {
        return Optional.empty();
      }
      centre = new double[][] {centre(means, second, false), centre(means, second, true)};
    }
    int[] voice = new int[sounds.size()];
    Arrays.fill(voice, -1);
    for (int i = 0; i < second.length; i++) {
      Arrays.fill(voice, stretches.get(i)[0], stretches.get(i)[1] + 1, second[i] ? 1 : 0);
    }
    return Optional.of(voice);
  }

  private static double[] mean(List<float[]> sounds, int first, int last) {
    double[] mean = new double[sounds.get(0).length];
    for (int i = first; i <= last; i++) {
      for (int a = 0; a < mean.length; a++) {
        mean[a] += sounds.get(i)[a] / (last - first + 1);
      }
    }
    return mean;
  }

  private static double[] centre(List<double[]> means, boolean[] second, boolean which) {
    double[] centre = new double[means.get(0).length];
    int count = 0;
    for (int i = 0; i < second.length; i++) {
      if (second[i] == which) {
        count++;
        for (int a = 0; a < centre.length; a++) {
          centre[a] += means.get(i)[a];
        }
      }
    }
    for (int a = 0; a < centre.length; a++) {
      centre[a] /= Math.max(1, count);
    }
    return centre;
  }

  private static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int a = 0; a < one.length; a++) {
      sum += (one[a] - other[a]) * (one[a] - other[a]);
    }
    return sum;
  }

  private Optional<Start> refined(List<float[]> sounds, int[] frame, int[] rough, Random random) {
    int[] voice = rough;
    double likelihood = 0;
    for (int round = 0; round < settings.rounds(); round++) {
      List<float[]> first = of(sounds, voice, 0);
      List<float[]> second = of(sounds, voice, 1);
      if (Math.min(first.size(), second.size()) < settings.stretchFrames()) {
        return Optional.empty();
      }
      Mixture one = Mixture.of(first, settings.parts(), random);
      Mixture other = Mixture.of(second, settings.parts(), random);
      double[] odds = new double[voice.length];
      double[] firstLog = new double[voice.length];
      for (int i = 0; i < odds.length; i++) {
        firstLog[i] = one.log(sounds.get(i));
        odds[i] = other.log(sounds.get(i)) - firstLog[i];
      }
      voice = likeliest(odds, frame);
      likelihood = 0;
      for (int i = 0; i < odds.length; i++) {
        likelihood += firstLog[i] + (voice[i] == 1 ? odds[i] : 0);
      }
    }
    int seconds = Arrays.stream(voice).sum();
    if (Math.min(seconds, voice.length - seconds) < settings.stretchFrames()) {
      return Optional.empty();
    }
    boolean[] ends = new boolean[voice.length];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = voice[i] == 1;
    }
    return Optional.of(new Start(ends, likelihood));
  }

  /** Sounds of one voice, evenly thinned where there are more than a fit needs. */
  private List<float[]> of(List<float[]> sounds, int[] voice, int which) {
    List<float[]> all = new ArrayList<>();
    for (int i = 0; i < voice.length; i++) {
      if (voice[i] == which) {
        all.add(sounds.get(i));
      }
    }
    if (all.size() <= settings.most()) {
      return all;
    }
    List<float[]> some = new ArrayList<>(settings.most());
    for (int i = 0; i < settings.most(); i++) {
      some.add(all.get((int) ((long) i * all.size() / settings.most())));
    }
    return some;
  }

  /** The likeliest sequence of speakers (Viterbi). */
  private int[] likeliest(double[] odds, int[] frame) {
    boolean[][] stays = new boolean[odds.length][2];
    double first = 0;
    double second = 0;
    for (int i = 0; i < odds.length; i++) {
      boolean pause = i > 0 && frame[i] - frame[i - 1] >= settings.pauseFrames();
      double cost = pause ? settings.changeInPause() : settings.change();
      stays[i][0] = first >= second - cost;
      stays[i][1] = second >= first - cost;
      double nextFirst = Math.max(first, second - cost);
      double nextSecond = Math.max(second, first - cost) + settings.trust() * odds[i];
      double most = Math.max(nextFirst, nextSecond);
      first = nextFirst - most;
      second = nextSecond - most;
    }
    int[] voice = new int[odds.length];
    voice[odds.length - 1] = second > first ? 1 : 0;
    for (int i = odds.length - 1; i > 0; i--) {
      voice[i - 1] = stays[i][voice[i]] ? voice[i] : 1 - voice[i];
    }
    return voice;
  }

  private static double alike(boolean[] one, boolean[] other) {
    int same = 0;
    for (int i = 0; i < one.length; i++) {
      same += one[i] == other[i] ? 1 : 0;
    }
    return (double) Math.max(same, one.length - same) / one.length;
  }
}
