package io.temperline.speech.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SparseRowsTest {

  @Test
  void multipliesAsTheWholeMatrixWould() {
    float[][] matrix = {
      {1, 2, 3, 4, 5, 6, 7},
      {0, 0, 0, 0, 0, 0, 0},
      {0, 2, 0, 0, 0, 0, 3},
      {0, 0, 0, 0, 0, 4, 5},
      {7, 0, 0, 0, 0, 0, 0}
    };
    float[] into = {9, 9, 9, 9, 9, 9, 9};

    new SparseRows(matrix).multiply(new float[] {1, 10, 100, 1, 10, 100, 1}, into, 1);

    assertThat(into).containsExactly(9, 982, 0, 23, 405, 7, 9);
  }

  @Test
  void refusesRowsShorterThanAChunk() {
    assertThatThrownBy(() -> new SparseRows(new float[1][3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 bins");
  }
}
