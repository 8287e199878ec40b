package io.temperline.speech.conversation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Carries the values of a state, in one fixed order, out of objects or into them: a recording tape
 * returns what it is given, a playing one what was recorded. So one method per class does for both.
 */
interface StateTape {

  /** Smallest where it is not negative and small. */
  long number(long value);

  float real(float value);

  double real(double value);

  default int number(int value) {
    return (int) number((long) value);
  }

  default boolean flag(boolean value) {
    return number(value ? 1 : 0) != 0;
  }

  default void numbers(int[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = number(values[i]);
    }
  }

  default void reals(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = real(values[i]);
    }
  }

  /** Records. */
  final class Recording implements StateTape {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);

    byte[] bytes() {
      return bytes.toByteArray();
    }

    /** Seven bits a byte, the lowest first, as in LEB128. */
    @Override
    public long number(long value) {
      long rest = value;
      while ((rest & ~0x7fL) != 0) {
        bytes.write((int) (rest & 0x7f | 0x80));
        rest >>>= 7;
      }
      bytes.write((int) rest);
      return value;
    }

    @Override
    public float real(float value) {
      bytes.writeBytes(ByteBuffer.allocate(Float.BYTES).putFloat(value).array());
      return value;
    }

    @Override
    public double real(double value) {
      bytes.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
      return value;
    }
  }

  /** Plays what a {@link Recording} recorded. */
  final class Playing implements StateTape {

    private final ByteBuffer bytes;

    Playing(byte[] bytes) {
      this.bytes = ByteBuffer.wrap(bytes);
    }

    boolean isAtEnd() {
      return !bytes.hasRemaining();
    }

    @Override
    public long number(long value) {
      long number = 0;
      for (int shift = 0; ; shift += 7) {
        byte next = bytes.get();
        number |= (next & 0x7fL) << shift;
        if (next >= 0) {
          return number;
        }
      }
    }

    @Override
    public float real(float value) {
      return bytes.getFloat();
    }

    @Override
    public double real(double value) {
      return bytes.getDouble();
    }
  }
}
