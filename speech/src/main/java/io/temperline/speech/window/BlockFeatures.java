package io.temperline.speech.window;

import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.features.LogMelExtractor;
import io.temperline.speech.features.WindowFeatures;

/** What the audio adds to a channel's windows, block by block of one hop. */
interface BlockFeatures {

  /** Values that a block adds. */
  int values();

  /** Blocks that the values of a block depend on, from that block on. */
  int reach();

  /**
   * @param blocks as many blocks as {@link #reach}
   * @param at where {@code into} takes the {@link #values} of the first of them
   */
  void extract(float[] blocks, float[] into, int at);

  static BlockFeatures of(WindowFeatures features) {
    return features instanceof LogMelConfig logMel
        ? new LogMel(new LogMelExtractor(logMel))
        : new Samples(features.hop());
  }

  /** The log-mel frame that begins with the block. */
  record LogMel(LogMelExtractor extractor) implements BlockFeatures {

    @Override
    public int values() {
      return extractor.config().bands();
    }

    @Override
    public int reach() {
      LogMelConfig config = extractor.config();
      return (config.frameLength() + config.hop() - 1) / config.hop();
    }

    @Override
    public void extract(float[] blocks, float[] into, int at) {
      extractor.frame(blocks, 0, into, at);
    }
  }

  /** The block's own samples. */
  record Samples(int values) implements BlockFeatures {

    @Override
    public int reach() {
      return 1;
    }

    @Override
    public void extract(float[] blocks, float[] into, int at) {
      System.arraycopy(blocks, 0, into, at, values);
    }
  }
}
