package io.temperline.standalone.speech;

import io.temperline.speech.features.FrameSink;
import java.io.PrintWriter;

/** Prints frames as CSV, a line each, as they come. */
final class CsvFrames implements FrameSink {

  private final PrintWriter out;
  private final StringBuilder line = new StringBuilder();

  CsvFrames(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void accept(float[] values) {
    line.setLength(0);
    for (int column = 0; column < values.length; column++) {
      line.append(column == 0 ? "" : ",").append(values[column]);
    }
    out.println(line);
  }

  @Override
  public void end() {
    out.flush();
  }
}
