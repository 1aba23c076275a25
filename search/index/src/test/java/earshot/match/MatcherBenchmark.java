package earshot.match;

import earshot.call.Event;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.query.QueryParser;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Prints how long rules take on one call: 200 queries, 40 turns, one thread. Run by hand. */
public final class MatcherBenchmark {
  private static final String[] WORDS =
      ("thank you for calling my name is how can i help you today sorry about the delay refund"
              + " please hold moment the a to and your account number is there anything else bill"
              + " broadband order it was not working last week i will check that right now bye")
          .split(" ");

  private MatcherBenchmark() {}

  public static void main(String[] args) throws Exception {
    Random random = new Random(42);
    Language english = Language.of("en");
    List<CompiledQuery> rules = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      rules.add(CompiledQuery.of(QueryParser.parse(rule(random)), english));
    }
    for (int round = 0; round < 8; round++) {
      int calls = 500;
      int found = 0;
      List<List<Turn>> turns = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        turns.add(turns(random));
      }
      long start = cpu();
      for (List<Turn> call : turns) {
        CallMatcher matcher = CallMatcher.of(call, List.<Event>of(), 400, english);
        for (CompiledQuery rule : rules) {
          found += matcher.find(rule).size();
        }
      }
      double ms = (cpu() - start) / 1e6 / calls;
      System.out.printf("%.3f ms a call, %d finds a call%n", ms, found / calls);
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** An OR of phrases and NEAR, said by one party, as rules are. */
  private static String rule(Random random) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      parts.add("\"" + word(random) + " " + word(random) + " " + word(random) + "*\"");
    }
    parts.add(word(random) + " NEAR/4 " + word(random));
    parts.add(word(random) + "zzz");
    return "agent:(" + String.join(" OR ", parts) + ") @first 100s";
  }

  private static List<Turn> turns(Random random) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      List<Word> words = new ArrayList<>();
      for (int w = 0; w < 15; w++) {
        double at = 10 * i + 0.5 * w;
        String word = random.nextInt(3) == 0 ? "other" + random.nextInt(3000) : word(random);
        words.add(new Word(word, at, at + 0.4, 1));
      }
      Role role = i % 2 == 0 ? Role.AGENT : Role.CUSTOMER;
      turns.add(new Turn(role, i % 2, 10 * i, 10 * i + 8, "", 1, words, null));
    }
    return turns;
  }

  private static String word(Random random) {
    String word = WORDS[random.nextInt(WORDS.length)];
    return word.equals("hold") ? "held" : word;
  }
}
