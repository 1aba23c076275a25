package earshot.workbench.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagingTest {
  @Test
  void pagesLeadOnAndBackAndEndWhereTheListDoes() {
    assertThat(Paging.of(101, 0, 50, at -> "/" + at))
        .isEqualTo(new Paging("Page 1 of 3", "", "", "/50", "/100", false));
    assertThat(Paging.of(101, 50, 50, at -> "/" + at))
        .isEqualTo(new Paging("Page 2 of 3", "", "/0", "/100", "", false));
    assertThat(Paging.of(101, 100, 50, at -> "/" + at))
        .isEqualTo(new Paging("Page 3 of 3", "/0", "/50", "", "", false));
    assertThat(Paging.of(100, 0, 50, at -> "/" + at).last()).isEmpty();
    assertThat(Paging.of(50, 0, 50, at -> "/" + at).turns()).isFalse();
    assertThat(Paging.of(0, 0, 50, at -> "/" + at).turns()).isFalse();
  }

  @Test
  void aListThatGoesOnWhereNoPageLeadsIsCut() {
    assertThat(Paging.of(1_200, 960, 20, 1_000, at -> "/" + at))
        .isEqualTo(new Paging("Page 49 of 60", "/0", "/940", "/980", "", false));
    assertThat(Paging.of(1_200, 980, 20, 1_000, at -> "/" + at))
        .isEqualTo(new Paging("Page 50 of 60", "/0", "/960", "", "", true));
    assertThat(Paging.of(1_200, 0, 20, 1_000, at -> "/" + at).last()).isEqualTo("/980");
    assertThat(Paging.of(1_000, 980, 20, 1_000, at -> "/" + at).cut()).isFalse();
  }
}
