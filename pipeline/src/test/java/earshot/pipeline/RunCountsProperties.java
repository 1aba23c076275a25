package earshot.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RunCountsProperties {
  @Provide
  Arbitrary<List<Outcome>> outcomes() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(1, 4000).map(s -> Outcome.ok("u", "c", s / 4.0)),
            Arbitraries.of("truncated", "not_riff", "no_model")
                .map(r -> Outcome.quarantined("u", null, r)),
            Arbitraries.of("done", "erased").map(r -> Outcome.skipped("u", null, r)))
        .list()
        .ofMaxSize(40);
  }

  private static RunCounts sum(List<Outcome> outcomes) {
    return outcomes.stream().map(RunCounts::of).reduce(RunCounts.NONE, RunCounts::plus);
  }

  @Property
  void everyOutcomeIsCountedOnce(@ForAll("outcomes") List<Outcome> outcomes) {
    RunCounts counts = sum(outcomes);

    assertThat(counts.discovered()).isEqualTo(outcomes.size());
    assertThat(counts.quarantined())
        .isEqualTo(counts.quarantineReasons().values().stream().mapToInt(n -> n).sum());
    assertThat(counts.audioSeconds())
        .isEqualTo(outcomes.stream().mapToDouble(Outcome::audioSeconds).sum());
  }

  @Property
  void theOrderOfBundlesDoesNotMatter(
      @ForAll("outcomes") List<Outcome> first, @ForAll("outcomes") List<Outcome> second) {
    assertThat(sum(first).plus(sum(second))).isEqualTo(sum(second).plus(sum(first)));
  }

  @net.jqwik.api.Example
  void reasonsAreCountedByCode() {
    RunCounts counts =
        sum(
            List.of(
                Outcome.quarantined("a", null, "truncated"),
                Outcome.quarantined("b", null, "no_fmt"),
                Outcome.quarantined("c", null, "truncated")));

    assertThat(counts.quarantineReasons()).isEqualTo(Map.of("truncated", 2, "no_fmt", 1));
  }
}
