package io.temperline.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskTest {

  @Test
  void aNameKeepsItsInitialAndANumberItsEnd() {
    assertThat(Mask.of("Ada Lovelace")).isEqualTo("A•••");
    assertThat(Mask.of(" Özil ")).isEqualTo("Ö•••");
    assertThat(Mask.of("+49 30 1234567")).isEqualTo("•••67");
    assertThat(Mask.of("4711")).isEqualTo("•••");
    assertThat(Mask.of("")).isEmpty();
    assertThat(Mask.of(null)).isNull();
  }

  @Test
  void textsLoseTheCustomer() {
    assertThat(Mask.within("call Ada Lovelace back", "Ada Lovelace")).isEqualTo("call A••• back");
    assertThat(Mask.within("call back", null)).isEqualTo("call back");
    assertThat(Mask.within(null, "Ada")).isNull();
  }
}
