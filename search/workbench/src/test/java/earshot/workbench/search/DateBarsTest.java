package earshot.workbench.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import earshot.index.Facets;
import earshot.index.Sorting;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateBarsTest {
  private static SideView.Bars bars(String... days) {
    List<Facets.Count> counts =
        Arrays.stream(days).map(d -> new Facets.Count(d, 2, "date:" + d)).toList();
    return DateBars.of(
        new Facets(counts.size(), List.of(new Facets.Facet("date", counts))),
        new Asked("refund", Sorting.NEWEST, 20),
        new Terms("refund", List.of()));
  }

  @Test
  void fewDaysAreDaysAndKeepTheirDistance() {
    SideView.Bars bars = bars("2026-10-01", "2026-10-02", "2026-10-10");
    assertThat(bars.unit()).isEqualTo("day");
    assertThat(bars.bars()).hasSize(3);
    double place = bars.bars().get(1).x() - bars.bars().get(0).x();
    assertThat(bars.bars().get(2).x() - bars.bars().get(1).x()).isCloseTo(8 * place, within(1e-9));
    assertThat(bars.bars().get(0).label()).isEqualTo("1 Oct 2026: 2 calls");
    assertThat(bars.bars().get(0).link())
        .isEqualTo("/?q=date%3A2026-10-01&sort=newest")
        .doesNotContain("offset");
  }

  @Test
  void aYearIsWeeksFromMondayAndMoreIsMonths() {
    SideView.Bars weeks = bars("2026-01-07", "2026-01-08", "2026-06-01");
    assertThat(weeks.unit()).isEqualTo("week");
    assertThat(weeks.most()).isEqualTo(4);
    assertThat(weeks.bars().get(0).link()).contains("2026-01-05..2026-01-11");
    SideView.Bars months = bars("2020-02-10", "2026-06-01");
    assertThat(months.unit()).isEqualTo("month");
    assertThat(months.bars().get(0).link()).contains("2020-02-01..2020-02-29");
  }

  @Test
  void theLatestStayWhereThereAreTooMany() {
    SideView.Bars bars = bars("1998-01-01", "2026-06-01");
    assertThat(bars.bars()).hasSize(1);
    assertThat(bars.bars().get(0).x()).isBetween(98.0, 100.0);
  }

  @Test
  void withoutCallsThereIsNoPicture() {
    assertThat(bars()).isNull();
  }
}
