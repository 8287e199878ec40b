package io.temperline.standalone.speech;

import io.temperline.speech.features.FrameCollector;
import io.temperline.speech.features.FrameSink;
import io.temperline.speech.features.FrameTable;
import io.temperline.speech.functionals.Functionals;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints what the columns are like as a whole: a line per functional, its name first. */
final class FunctionalsCsv implements FrameSink {

  private static final List<Integer> PERCENTILES = List.of(5, 25, 50, 75, 95);

  private final PrintWriter out;
  private final FrameCollector frames = new FrameCollector();

  FunctionalsCsv(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void accept(float[] values) {
    frames.accept(values);
  }

  @Override
  public void end() {
    FrameTable table = frames.table();
    List<float[]> columns = IntStream.range(0, table.columns()).mapToObj(table::column).toList();
    List<Functionals> functionals = columns.stream().map(Functionals::of).toList();
    print("mean", functionals, Functionals::mean);
    print("standard_deviation", functionals, Functionals::standardDeviation);
    print("skewness", functionals, Functionals::skewness);
    print("kurtosis", functionals, Functionals::kurtosis);
    print("slope", functionals, Functionals::slope);
    for (int percent : PERCENTILES) {
      print("percentile_" + percent, columns, column -> Functionals.percentile(column, percent));
    }
    out.flush();
  }

  private <T> void print(String name, List<T> columns, ToDoubleFunction<T> value) {
    out.println(
        columns.stream()
            .map(column -> Float.toString((float) value.applyAsDouble(column)))
            .collect(Collectors.joining(",", name + ",", "")));
  }
}
