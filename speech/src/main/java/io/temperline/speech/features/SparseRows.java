package io.temperline.speech.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A matrix whose rows have few neighbouring values that are not zero: only those are multiplied, in
 * chunks of four, since loops over the few of each row would cost more than the sums.
 */
final class SparseRows {

  private static final int CHUNK = 4;

  private final int rows;

  /** Per chunk, the row that it is of and the column that it begins at. */
  private final int[] row;

  private final int[] column;

  /** Chunk by chunk. */
  private final float[] values;

  private record Chunk(int row, int column, float[] values) {}

  /**
   * @param matrix rows of equal length, at least four
   */
  SparseRows(float[][] matrix) {
    if (matrix[0].length < CHUNK) {
      throw new IllegalArgumentException(
          "a spectrum of " + matrix[0].length + " bins is too short: lengthen the transform");
    }
    List<Chunk> chunks = new ArrayList<>();
    for (int i = 0; i < matrix.length; i++) {
      chunks.addAll(chunksOf(i, matrix[i]));
    }
    rows = matrix.length;
    row = chunks.stream().mapToInt(Chunk::row).toArray();
    column = chunks.stream().mapToInt(Chunk::column).toArray();
    values = new float[CHUNK * chunks.size()];
    for (int i = 0; i < chunks.size(); i++) {
      System.arraycopy(chunks.get(i).values(), 0, values, CHUNK * i, CHUNK);
    }
  }

  /** Writes the product of each row and the vector from index {@code at} of {@code into} on. */
  void multiply(float[] vector, float[] into, int at) {
    Arrays.fill(into, at, at + rows, 0);
    for (int chunk = 0, v = 0; chunk < row.length; chunk++, v += CHUNK) {
      int k = column[chunk];
      into[at + row[chunk]] +=
          (values[v] * vector[k] + values[v + 1] * vector[k + 1])
              + (values[v + 2] * vector[k + 2] + values[v + 3] * vector[k + 3]);
    }
  }

  private static List<Chunk> chunksOf(int row, float[] full) {
    List<Chunk> chunks = new ArrayList<>();
    int from = 0;
    while (from < full.length) {
      if (full[from] == 0) {
        from++;
      } else {
        // Where the row would end within a chunk, the chunk begins earlier.
        int column = Math.min(from, full.length - CHUNK);
        float[] values = new float[CHUNK];
        System.arraycopy(full, from, values, from - column, CHUNK - (from - column));
        chunks.add(new Chunk(row, column, values));
        from += CHUNK;
      }
    }
    return chunks;
  }
}
