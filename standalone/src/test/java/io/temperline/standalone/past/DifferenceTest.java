package io.temperline.standalone.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How two rule sets' alerts are held against one another. */
class DifferenceTest {

  @Test
  void alertsOfTheSameTimesAreTheSame() {
    Difference difference =
        Difference.between(
            List.of(alert("ada", "loud", 5, 9)), List.of(alert("ada", "loud", 5, 9)));

    assertThat(difference.same()).hasSize(1);
    assertThat(difference.onlyFirst()).isEmpty();
    assertThat(difference.onlySecond()).isEmpty();
    assertThat(difference.moved()).isEmpty();
  }

  @Test
  void alertsThatOverlapAreOneThatMoved() {
    PastAlert before = alert("ada", "loud", 5, 9);
    PastAlert after = alert("ada", "loud", 8, 20);

    Difference difference = Difference.between(List.of(after), List.of(before));

    assertThat(difference.moved()).containsExactly(new Difference.Moved(after, before));
    assertThat(difference.same()).isEmpty();
  }

  @Test
  void othersAreOnlyInOne() {
    PastAlert first = alert("ada", "loud", 5, 9);
    PastAlert later = alert("ada", "loud", 10, null);
    PastAlert ofAnotherCall = alert("ben", "loud", 5, 9);
    PastAlert ofAnotherRule = alert("ada", "held", 5, 9);

    Difference difference =
        Difference.between(List.of(first, ofAnotherCall), List.of(later, ofAnotherRule));

    assertThat(difference.onlyFirst()).containsExactly(first, ofAnotherCall);
    assertThat(difference.onlySecond()).containsExactly(later, ofAnotherRule);
    assertThat(difference.moved()).isEmpty();
  }

  /** What is the same is not paired with something else that comes first and overlaps. */
  @Test
  void theSameGoesBeforeWhatMoved() {
    PastAlert shortOne = alert("ada", "loud", 6, 7);
    PastAlert longOne = alert("ada", "loud", 5, 9);

    Difference difference = Difference.between(List.of(longOne), List.of(shortOne, longOne));

    assertThat(difference.same()).hasSize(1);
    assertThat(difference.onlySecond()).containsExactly(shortOne);
  }

  private static PastAlert alert(String call, String rule, int raised, Integer cleared) {
    return new PastAlert(
        call,
        rule,
        "info",
        Instant.EPOCH,
        Instant.ofEpochSecond(raised),
        Optional.ofNullable(cleared).map(Instant::ofEpochSecond),
        Optional.ofNullable(cleared).map(at -> "CALM"),
        "");
  }
}
