package earshot.redact;

import earshot.call.Turn;
import earshot.redact.SpokenCall.Outcome;
import earshot.redact.SpokenCall.Telling;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures what redaction finds in invented calls, what it hides wrongly, and how long it takes.
 */
public final class RedactionBenchmark {
  private RedactionBenchmark() {}

  /**
   * What was measured.
   *
   * @param numberRecall share of cards of which fewer than five digits in a row were left
   * @param codeRecall share of security codes of which something was hidden
   * @param precision share of the hidden number words that belong to a secret
   * @param ordinaryKept share of the ordinary numbers that were left whole
   */
  record Figures(
      int calls,
      int numbers,
      double numberRecall,
      int codes,
      double codeRecall,
      double precision,
      int ordinary,
      double ordinaryKept) {
    String line(String name) {
      return String.format(
          Locale.ROOT,
          "%-26s %6d calls  cards %5d recall %6.2f %%  codes %4d recall %6.2f %%  precision %6.2f %%"
              + "  ordinary %5d kept %6.2f %%",
          name,
          calls,
          numbers,
          100 * numberRecall,
          codes,
          100 * codeRecall,
          100 * precision,
          ordinary,
          100 * ordinaryKept);
    }
  }

  /** Half of the calls hold a payment, half only ordinary numbers. */
  static Figures measure(Redactor redactor, long seed, int calls, double errors, boolean written) {
    SpokenCalls spoken = new SpokenCalls(seed, errors, written);
    int[] sums = new int[8];
    for (int i = 0; i < calls; i++) {
      SpokenCall call = i % 2 == 0 ? spoken.payment() : spoken.ordinary();
      List<Turn> turns = call.turns();
      Outcome outcome = call.outcome(redactor.redact(turns, "en").turns());
      outcome.secrets.forEach(
          (number, telling) -> {
            int at = telling == Telling.CODE ? 2 : 0;
            sums[at]++;
            sums[at + 1] += outcome.leaked(number) ? 0 : 1;
          });
      sums[4] += outcome.hiddenSecretWords;
      sums[5] += outcome.hiddenOrdinaryWords;
      outcome.ordinary.forEach(
          (number, kept) -> {
            sums[6]++;
            sums[7] += kept ? 1 : 0;
          });
      if (Boolean.getBoolean("redaction.show")) {
        show(turns, redactor.redact(turns, "en").turns(), outcome);
      }
    }
    return new Figures(
        calls,
        sums[0],
        share(sums[1], sums[0]),
        sums[2],
        share(sums[3], sums[2]),
        share(sums[4], sums[4] + sums[5]),
        sums[6],
        share(sums[7], sums[6]));
  }

  private static void show(List<Turn> turns, List<Turn> redacted, Outcome outcome) {
    boolean leak = outcome.secrets.keySet().stream().anyMatch(outcome::leaked);
    if (leak || outcome.hiddenOrdinaryWords > 0) {
      System.out.println(leak ? "LEAK" : "OVER");
      for (int i = 0; i < turns.size(); i++) {
        System.out.println("  " + turns.get(i).role().id() + ": " + turns.get(i).text());
        if (!turns.get(i).equals(redacted.get(i))) {
          System.out.println("      -> " + redacted.get(i).text());
        }
      }
    }
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  /** Microseconds of processor time that redacting a call takes, after warming up. */
  static double microsPerCall(Redactor redactor, List<Turn> call, int times) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int i = 0; i < times; i++) {
      redactor.redact(call, "en");
    }
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) {
      redactor.redact(call, "en");
    }
    return (threads.getCurrentThreadCpuTime() - start) / 1000.0 / times;
  }

  /** A call of 40 turns or a little more: payments and ordinary numbers one after another. */
  static List<Turn> longCall(long seed) {
    SpokenCalls spoken = new SpokenCalls(seed, 0.05, false);
    List<Turn> turns = new ArrayList<>();
    double shift = 0;
    while (turns.size() < 40) {
      for (Turn turn : spoken.payment().turns()) {
        turns.add(Shifted.by(turn, shift));
      }
      shift = turns.get(turns.size() - 1).end();
    }
    return turns;
  }

  /** Prints the figures; the first argument is the number of calls, 10,000 without. */
  public static void main(String[] arguments) {
    print(System.out, arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000);
  }

  static void print(PrintStream out, int calls) {
    Redactor redactor = Redactor.standard();
    out.println(measure(redactor, 11, calls, 0, false).line("spoken, heard right"));
    out.println(measure(redactor, 12, calls, 0, true).line("written"));
    for (double errors : new double[] {0.1, 0.2, 0.3}) {
      String name = String.format(Locale.ROOT, "spoken, %.0f %% misheard", 100 * errors);
      out.println(measure(redactor, 13, calls, errors, false).line(name));
    }
    List<Turn> call = longCall(14);
    out.printf(
        Locale.ROOT,
        "%d turns: %.0f microseconds%n",
        call.size(),
        microsPerCall(redactor, call, 2_000));
  }
}
