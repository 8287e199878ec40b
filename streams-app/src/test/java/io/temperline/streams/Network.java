package io.temperline.streams;

import io.temperline.schemas.AudioFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What networks do to frames on their way. */
final class Network {

  private static final int FURTHEST_OUT_OF_ORDER = 5;

  private Network() {}

  static UnaryOperator<List<AudioFrame>> perfect() {
    return frames -> frames;
  }

  static UnaryOperator<List<AudioFrame>> losingEverything() {
    return frames -> List.of();
  }

  /** Frames change places with near ones and one in ten comes twice; none is lost. */
  static UnaryOperator<List<AudioFrame>> reorderingAndDoubling(long seed) {
    return frames -> {
      Random random = new Random(seed);
      List<AudioFrame> sent = new ArrayList<>(frames);
      frames.stream().filter(frame -> random.nextInt(10) == 0).forEach(sent::add);
      TreeMap<Double, AudioFrame> byArrival = new TreeMap<>();
      sent.forEach(
          frame ->
              byArrival.put(
                  frame.getSequence() + random.nextDouble() * FURTHEST_OUT_OF_ORDER, frame));
      return List.copyOf(byArrival.values());
    };
  }
}
