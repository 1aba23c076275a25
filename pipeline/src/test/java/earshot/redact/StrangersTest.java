package earshot.redact;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Turn;
import earshot.redact.StrangersCalls.Sort;
import earshot.redact.StrangersCalls.Utterance;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How redaction does on utterances that nobody wrote with its rules in mind. */
class StrangersTest {
  private final Redactor redactor = Redactor.standard();

  /** Numbers said, and how many of them came through as they should, by sort. */
  private record Figures(Map<Sort, int[]> bySort) {
    double recall() {
      return share(true);
    }

    private double share(boolean secret) {
      int all = 0;
      int right = 0;
      for (Map.Entry<Sort, int[]> sort : bySort.entrySet()) {
        if (sort.getKey().secret == secret) {
          all += sort.getValue()[0];
          right += sort.getValue()[1];
        }
      }
      return (double) right / all;
    }

    /** Of the numbers that were touched, how many were secrets. */
    double precision() {
      int secrets = 0;
      int ordinary = 0;
      for (Map.Entry<Sort, int[]> sort : bySort.entrySet()) {
        if (sort.getKey().secret) {
          secrets += sort.getValue()[1];
        } else {
          ordinary += sort.getValue()[0] - sort.getValue()[1];
        }
      }
      return (double) secrets / (secrets + ordinary);
    }

    String line(String name) {
      StringBuilder line = new StringBuilder();
      line.append(
          String.format(
              Locale.ROOT,
              "%-22s recall %6.2f %%  precision %6.2f %%  ordinary kept %6.2f %% |",
              name,
              100 * recall(),
              100 * precision(),
              100 * share(false)));
      bySort.forEach(
          (sort, n) ->
              line.append(
                  String.format(
                      Locale.ROOT, " %s %d/%d", sort.name().toLowerCase(Locale.ROOT), n[1], n[0])));
      return line.toString();
    }
  }

  private Figures measure(String language, long seed, int utterances, double misheard) {
    StrangersCalls strangers = new StrangersCalls(seed, language, misheard);
    List<Sort> sorts =
        language.equals("en")
            ? List.of(Sort.values())
            : List.of(
                Sort.CARD, Sort.CODE, Sort.PHONE, Sort.PRICE, Sort.TIME, Sort.ORDER, Sort.QUANTITY);
    Map<Sort, int[]> bySort = new EnumMap<>(Sort.class);
    for (int i = 0; i < utterances; i++) {
      Sort sort = sorts.get(i % sorts.size());
      Utterance said = strangers.next(sort);
      List<Turn> redacted = redactor.redact(said.turns(), language).turns();
      boolean right =
          sort.secret ? !said.leaked(redacted) : said.left(redacted) == said.numberWords().size();
      int[] sums = bySort.computeIfAbsent(sort, s -> new int[2]);
      sums[0]++;
      sums[1] += right ? 1 : 0;
      if (!right && Boolean.getBoolean("redaction.show")) {
        System.out.println(language + " " + sort);
        for (int t = 0; t < redacted.size(); t++) {
          System.out.println(
              "   "
                  + said.turns().get(t).role().id()
                  + ": "
                  + said.turns().get(t).text()
                  + "\n      -> "
                  + redacted.get(t).text());
        }
      }
    }
    return new Figures(bySort);
  }

  @Test
  void secretsGoAndOrdinaryNumbersStay() {
    Figures figures = measure("en", 71, 5_000, 0);
    System.out.println(figures.line("en, heard right"));
    assertThat(figures.recall()).isGreaterThanOrEqualTo(0.99);
    assertThat(figures.precision()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void aTenthOfTheWordsMisheardLeavesMost() {
    Figures figures = measure("en", 72, 5_000, 0.1);
    System.out.println(figures.line("en, 10 % misheard"));
    assertThat(figures.recall()).isGreaterThanOrEqualTo(0.985);
    assertThat(figures.precision()).isGreaterThanOrEqualTo(0.95);
  }

  @ParameterizedTest
  @ValueSource(strings = {"el", "no", "sl", "sw", "vi"})
  void otherLanguagesToo(String language) {
    Figures figures = measure(language, 73, 2_000, 0);
    System.out.println(figures.line(language + ", heard right"));
    assertThat(figures.recall()).isGreaterThanOrEqualTo(0.99);
    assertThat(figures.precision()).isGreaterThanOrEqualTo(0.95);
  }
}
