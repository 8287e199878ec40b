package io.temperline.speech.training;

import ai.djl.ndarray.NDArray;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The values of tensors in files. */
final class Tensors {

  private Tensors() {}

  static void write(NDArray tensor, DataOutputStream out) throws IOException {
    float[] values = tensor.toFloatArray();
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  /**
   * Sets a tensor to what was written of one of its size.
   *
   * @throws IOException where that one was of another size
   */
  static void read(NDArray tensor, DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size != tensor.size()) {
      throw new IOException("a tensor of %d values, not %d".formatted(size, tensor.size()));
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = in.readFloat();
    }
    set(tensor, values);
  }

  private static void set(NDArray tensor, float[] values) {
    boolean learns = tensor.hasGradient();
    // PyTorch writes to no tensor that is to be trained.
    tensor.setRequiresGradient(false);
    try (NDArray source = tensor.getManager().create(values, tensor.getShape())) {
      tensor.muli(0).addi(source);
    }
    tensor.setRequiresGradient(learns);
  }
}
