package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import io.temperline.speech.window.WindowConfig;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A random short call on one channel: what a gateway sent, as a network delivered it. The same seed
 * gives the same schedule.
 *
 * @param windows the grid that it is cut by
 * @param bound of the jitter buffer
 * @param arrivals the frames in the order in which they arrive
 */
record Schedule(WindowConfig windows, Duration bound, List<AudioFrame> arrivals) {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  /** By this much clocks are set: what is less than an hour ahead is a pause, and long. */
  private static final long TWO_HOURS_MS = 7_200_000;

  static Schedule of(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    Duration hop = Duration.ofMillis(10 * pick(random, 1, 3, 7, 10));
    WindowConfig windows = new WindowConfig(hop.plusMillis(10 * random.nextInt(8)), hop);
    Duration bound = Duration.ofMillis(pick(random, 0, 40, 60, 100, 200));
    return new Schedule(windows, bound, delivered(new Gateway(random).send(), random));
  }

  /** Loses, doubles and delays frames, each network to its own degree. */
  private static List<AudioFrame> delivered(List<AudioFrame> sent, Random random) {
    record Arrival(double at, AudioFrame frame) {}
    double loss = pick(random, 0, 0, 2, 10, 40) / 100.0;
    double doubling = pick(random, 0, 2, 20) / 100.0;
    double delay = pick(random, 0, 0, 3, 8, 20);
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      if (random.nextDouble() >= loss) {
        arrivals.add(new Arrival(i + delay * random.nextDouble(), sent.get(i)));
      }
      if (random.nextDouble() < doubling) {
        arrivals.add(new Arrival(i + 1.5 * delay * random.nextDouble(), sent.get(i)));
      }
    }
    arrivals.sort(Comparator.comparingDouble(Arrival::at));
    return arrivals.stream().map(Arrival::frame).toList();
  }

  private static int pick(Random random, int... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Sends frames in order, by a clock and a count that can be set anew. */
  private static final class Gateway {

    private final Random random;
    private final double trouble;
    private final int wanderMs;
    private Codec codec;
    private int sampleRate;
    private int samples;
    private long sequence;
    private double clockMs;

    Gateway(Random random) {
      this.random = random;
      trouble = pick(random, 0, 0, 5, 15) / 100.0;
      wanderMs = pick(random, 0, 0, 5, 30, 130);
      sequence = random.nextInt(4) == 0 ? random.nextInt(70_000) : 0;
      chooseFormat();
    }

    private void chooseFormat() {
      codec = random.nextInt(4) == 0 ? Codec.PCMA : Codec.PCMU;
      sampleRate = 8000;
      if (random.nextInt(6) == 0) {
        codec = Codec.L16;
        sampleRate = random.nextInt(120) == 0 ? pick(random, 16_000, 11_025) : 8000;
      }
      int ms = pick(random, 20, 20, 20, 10, 30, 5);
      samples = random.nextInt(6) == 0 ? 1 + random.nextInt(300) : sampleRate * ms / 1000;
      if (random.nextInt(200) == 0) {
        samples = sampleRate;
      }
    }

    List<AudioFrame> send() {
      int frames = 8 + random.nextInt(22);
      List<AudioFrame> sent = new ArrayList<>();
      for (int i = 0; i < frames; i++) {
        if (random.nextDouble() < trouble) {
          runIntoTrouble();
        }
        sent.add(frame());
        sequence++;
        clockMs += samples * 1000.0 / sampleRate;
      }
      return sent;
    }

    private void runIntoTrouble() {
      switch (random.nextInt(8)) {
        case 0 -> clockMs += random.nextInt(3_000);
        case 1 -> clockMs += TWO_HOURS_MS + random.nextInt(500);
        case 2 -> clockMs -= random.nextInt(400);
        case 3 -> clockMs -= TWO_HOURS_MS + random.nextInt(500);
        case 4 -> sequence = random.nextInt(50);
        case 5 -> countsAnewByAnotherClock();
        case 6 -> sequence += random.nextBoolean() ? random.nextInt(20) : 1L << 40;
        default -> chooseFormat();
      }
    }

    private void countsAnewByAnotherClock() {
      sequence = random.nextInt(50);
      clockMs += random.nextInt(400) - 200;
      clockMs -= random.nextBoolean() ? TWO_HOURS_MS : 0;
    }

    private AudioFrame frame() {
      byte[] payload = new byte[samples * (codec == Codec.L16 ? 2 : 1)];
      random.nextBytes(payload);
      long stampMs = (long) Math.floor(clockMs) + (wanderMs == 0 ? 0 : random.nextInt(wanderMs));
      return AudioFrame.newBuilder()
          .setCallId("ada")
          .setChannel(Channel.CALLER)
          .setSequence(sequence)
          .setCapturedAt(NINE.plusMillis(stampMs))
          .setCodec(codec)
          .setSampleRate(sampleRate)
          .setPayload(ByteBuffer.wrap(payload))
          .build();
    }
  }
}
