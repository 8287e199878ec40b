package io.temperline.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitSearchTest {

  private final List<Integer> tried = new ArrayList<>();

  @Test
  void theLimitIsFoundToATenth() throws Exception {
    assertThat(mostOf(730, 100)).isBetween(660, 730);
    assertThat(tried).startsWith(100, 200, 400, 800, 600);
  }

  @Test
  void itIsFoundBelowTheFirstTry() throws Exception {
    assertThat(mostOf(7, 100)).isEqualTo(7);
  }

  @Test
  void noneIsCarriedWhereNotEvenOneIs() throws Exception {
    assertThat(mostOf(0, 8)).isZero();
  }

  private int mostOf(int limit, int first) throws Exception {
    return new LimitSearch(
            calls -> figures(calls, calls <= limit ? 100 : 900),
            (calls, figures) -> tried.add(calls))
        .from(first);
  }

  private static Figures figures(int calls, double latencyMs) {
    return new Figures(calls, 1, 1, 1, 1, 1, 0, 50, latencyMs, 1, 1, 1, 1, 1, 1, 1, 0);
  }
}
