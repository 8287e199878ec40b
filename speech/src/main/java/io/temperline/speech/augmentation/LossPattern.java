package io.temperline.speech.augmentation;

import java.util.random.RandomGenerator;

/** Which packets of a stream are lost. */
public sealed interface LossPattern {

  /** For each packet, in order, whether it is lost. */
  boolean[] lost(int packets, RandomGenerator random);

  /**
   * Each packet is lost by itself.
   *
   * @param share of the packets, [0, 1]
   */
  record Independent(double share) implements LossPattern {

    public Independent {
      requireShare(share);
    }

    @Override
    public boolean[] lost(int packets, RandomGenerator random) {
      boolean[] lost = new boolean[packets];
      for (int i = 0; i < packets; i++) {
        lost[i] = random.nextDouble() < share;
      }
      return lost;
    }
  }

  /**
   * Packets are lost in bursts: a line is good or bad, and each state loses its own share (Gilbert,
   * "Capacity of a Burst-Noise Channel", Bell System Technical Journal 39, 1960; Elliott,
   * "Estimates of Error Rates for Codes on Burst-Noise Channels", ibid. 42, 1963). It begins as
   * likely bad as it is in the long run.
   *
   * @param toBad chance per packet that a good line turns bad, (0, 1]
   * @param toGood chance per packet that a bad line turns good, (0, 1]; a bad stretch lasts 1 /
   *     toGood packets on average
   * @param lostWhenGood share lost of a good line's packets, [0, 1]
   * @param lostWhenBad share lost of a bad line's packets, [0, 1]
   */
  record Bursts(double toBad, double toGood, double lostWhenGood, double lostWhenBad)
      implements LossPattern {

    public Bursts {
      requireShare(toBad);
      requireShare(toGood);
      requireShare(lostWhenGood);
      requireShare(lostWhenBad);
      if (toBad == 0 || toGood == 0) {
        throw new IllegalArgumentException("a line that turns neither bad nor good has no bursts");
      }
    }

    @Override
    public boolean[] lost(int packets, RandomGenerator random) {
      boolean[] lost = new boolean[packets];
      boolean bad = random.nextDouble() < toBad / (toBad + toGood);
      for (int i = 0; i < packets; i++) {
        lost[i] = random.nextDouble() < (bad ? lostWhenBad : lostWhenGood);
        boolean turns = random.nextDouble() < (bad ? toGood : toBad);
        bad ^= turns;
      }
      return lost;
    }
  }

  private static void requireShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share must be in [0, 1], not " + share);
    }
  }
}
