package io.temperline.speech.window;

import io.temperline.speech.features.WindowFeatures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Cuts one channel's audio into the windows of its grid. Every sample is transformed once, however
 * many windows see it: features and levels lie in rings of one window's length, on one continuous
 * grid of hops from the channel's first sample on.
 *
 * <p>A window depends on its own samples only. So it is the same to the last bit whatever the
 * chunks it came in, and whichever earlier window the analyzer was started at.
 *
 * <p>Not thread-safe. Holds about 80 KB for log-mel frames on the default grid, 100 KB for samples,
 * and the windows that were not polled.
 */
public final class WindowAnalyzer implements SampleSink {

  private final WindowConfig windows;
  private final BlockFeatures features;
  private final BlockListener listener;
  private final BlockCutter cutter;
  private final int blocksPerWindow;
  private final int blocksPerHop;

  private final LevelMeter levels;
  private final float[] ring;
  private final Queue<AudioWindow> complete = new ArrayDeque<>();

  /** Shared by all windows of which nothing arrived: a gap may be long, and all at once there. */
  private float[] featuresOfNothing;

  private final long firstBlock;

  /**
   * Starts with the channel's first sample.
   *
   * @throws IllegalArgumentException if the window's length or hop is no whole number of the
   *     features' hops, or a window is shorter than a log-mel frame
   */
  public WindowAnalyzer(WindowConfig windows, WindowFeatures features) {
    this(windows, features, BlockFeatures.of(features), 0, BlockListener.NONE);
  }

  WindowAnalyzer(
      WindowConfig windows,
      WindowFeatures grid,
      BlockFeatures features,
      long firstWindow,
      BlockListener listener) {
    this.windows = windows;
    this.features = features;
    this.listener = listener;
    blocksPerWindow = blocksIn(windows.length(), grid);
    blocksPerHop = blocksIn(windows.hop(), grid);
    if (blocksPerWindow < features.reach()) {
      throw new IllegalArgumentException(
          "A window of " + windows.length() + " is shorter than a log-mel frame: lengthen it");
    }
    levels = new LevelMeter(grid.hop(), blocksPerWindow);
    ring = new float[blocksPerWindow * features.values()];
    firstBlock = firstWindow * blocksPerHop;
    cutter = new BlockCutter(grid.hop(), features.reach(), firstBlock, this::take);
  }

  public WindowConfig windows() {
    return windows;
  }

  /** Position of the next sample to append, counted from the channel's first. */
  public long position() {
    return cutter.position();
  }

  /** Takes the channel's next samples, at the rate of the features, full scale [-1, 1]. */
  @Override
  public void append(float[] samples, int offset, int length) {
    cutter.append(samples, offset, length);
  }

  @Override
  public void appendLost(int samples) {
    cutter.appendLost(samples);
  }

  /**
   * The next window, once all its audio has been appended. Windows come in order, without holes.
   */
  public Optional<AudioWindow> poll() {
    return Optional.ofNullable(complete.poll());
  }

  private void take(long index, float[] recent, int offset, double energy, int lostSamples) {
    levels.add(recent, offset, energy, lostSamples);
    long blocks = index + 1;
    if (blocks - firstBlock >= features.reach()) {
      features.extract(recent, ring, ringIndex(blocks - features.reach()));
    }
    if (endsAWindow(blocks)) {
      complete.add(window((blocks - blocksPerWindow) / blocksPerHop));
    }
    listener.block(index, recent, offset, energy, lostSamples);
  }

  private boolean endsAWindow(long blocks) {
    long sinceFirstWindow = blocks - firstBlock - blocksPerWindow;
    return sinceFirstWindow >= 0 && sinceFirstWindow % blocksPerHop == 0;
  }

  private AudioWindow window(long index) {
    SpeechQuality quality = levels.quality();
    boolean nothingArrived = quality.lostShare() == 1;
    if (nothingArrived && featuresOfNothing == null) {
      featuresOfNothing = featuresFrom(index);
    }
    return new AudioWindow(
        index, nothingArrived ? featuresOfNothing : featuresFrom(index), quality);
  }

  private float[] featuresFrom(long index) {
    float[] own = new float[(blocksPerWindow - features.reach() + 1) * features.values()];
    int start = ringIndex(index * blocksPerHop);
    int untilEnd = Math.min(own.length, ring.length - start);
    System.arraycopy(ring, start, own, 0, untilEnd);
    System.arraycopy(ring, 0, own, untilEnd, own.length - untilEnd);
    return own;
  }

  private int ringIndex(long block) {
    return (int) (block % blocksPerWindow) * features.values();
  }

  private static int blocksIn(Duration duration, WindowFeatures features) {
    long samples = duration.toMillis() * features.sampleRate();
    long samplesPerBlock = features.hop() * 1000L;
    if (samples % samplesPerBlock != 0) {
      throw new IllegalArgumentException(
          "Windows of "
              + duration
              + " do not fit the grid of the features: take a multiple of "
              + features.hop() * 1000.0 / features.sampleRate()
              + " ms");
    }
    return Math.toIntExact(samples / samplesPerBlock);
  }
}
