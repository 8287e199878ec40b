package io.temperline.speech.window;

import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.features.LogMelExtractor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;

/**
 * Cuts one channel's audio into the windows of its grid. Every sample is transformed once, however
 * many windows see it: log-mel frames and levels lie in rings of one window's length, on one
 * continuous grid of hops from the channel's first sample on.
 *
 * <p>A window depends on its own samples only. So it is the same to the last bit whatever the
 * chunks it came in, and whichever earlier window the analyzer was started at.
 *
 * <p>Not thread-safe. Holds about 80 KB for the default grid, and the windows that were not polled.
 */
public final class WindowAnalyzer {

  private final WindowConfig windows;
  private final LogMelExtractor extractor;
  private final int bands;
  private final int blockLength;
  private final int blocksPerWindow;
  private final int blocksPerHop;

  /** Blocks that a log-mel frame reaches into. */
  private final int blocksPerFrame;

  private final LevelMeter levels;
  private final float[] logMelRing;
  private final Queue<AudioWindow> complete = new ArrayDeque<>();

  /** The blocks that the next frame begins with, the last of which is being filled. */
  private final float[] recent;

  private final long firstBlock;
  private long blocks;
  private int filled;
  private int lostInBlock;

  /**
   * Starts with the channel's first sample.
   *
   * @throws IllegalArgumentException if the window's length or hop is no whole number of log-mel
   *     hops, or a window is shorter than a log-mel frame
   */
  public WindowAnalyzer(WindowConfig windows, LogMelConfig features) {
    this(windows, features, 0);
  }

  private WindowAnalyzer(WindowConfig windows, LogMelConfig features, long firstWindow) {
    this.windows = windows;
    extractor = new LogMelExtractor(features);
    bands = features.bands();
    blockLength = features.hop();
    blocksPerWindow = blocksIn(windows.length(), features);
    blocksPerHop = blocksIn(windows.hop(), features);
    blocksPerFrame = (features.frameLength() + blockLength - 1) / blockLength;
    if (blocksPerWindow < blocksPerFrame) {
      throw new IllegalArgumentException(
          "A window of " + windows.length() + " is shorter than a log-mel frame: lengthen it");
    }
    levels = new LevelMeter(blockLength, blocksPerWindow);
    logMelRing = new float[blocksPerWindow * bands];
    recent = new float[blocksPerFrame * blockLength];
    firstBlock = firstWindow * blocksPerHop;
    blocks = firstBlock;
  }

  /**
   * Starts with the first sample of a later window: the first window to come out is {@code
   * firstWindow}.
   */
  public static WindowAnalyzer startingAt(
      long firstWindow, WindowConfig windows, LogMelConfig features) {
    return new WindowAnalyzer(windows, features, firstWindow);
  }

  public WindowConfig windows() {
    return windows;
  }

  /** Position of the next sample to append, counted from the channel's first. */
  public long position() {
    return blocks * blockLength + filled;
  }

  /** Takes the channel's next samples, at the rate of the log-mel grid, full scale [-1, 1]. */
  public void append(float[] samples, int offset, int length) {
    for (int done = 0; done < length; ) {
      int count = Math.min(length - done, blockLength - filled);
      System.arraycopy(samples, offset + done, recent, blockStart() + filled, count);
      advance(count, 0);
      done += count;
    }
  }

  /** Stands in for the channel's next samples, which never arrived: silence, marked as lost. */
  public void appendLost(int samples) {
    for (int done = 0; done < samples; ) {
      int count = Math.min(samples - done, blockLength - filled);
      Arrays.fill(recent, blockStart() + filled, blockStart() + filled + count, 0);
      advance(count, count);
      done += count;
    }
  }

  /**
   * The next window, once all its audio has been appended. Windows come in order, without holes.
   */
  public Optional<AudioWindow> poll() {
    return Optional.ofNullable(complete.poll());
  }

  private int blockStart() {
    return recent.length - blockLength;
  }

  private void advance(int samples, int lost) {
    filled += samples;
    lostInBlock += lost;
    if (filled == blockLength) {
      finishBlock();
    }
  }

  private void finishBlock() {
    levels.add(recent, blockStart(), lostInBlock);
    blocks++;
    if (blocks - firstBlock >= blocksPerFrame) {
      extractor.frame(recent, 0, logMelRing, ringIndex(blocks - blocksPerFrame));
    }
    System.arraycopy(recent, blockLength, recent, 0, blockStart());
    filled = 0;
    lostInBlock = 0;
    if (windowIsComplete()) {
      complete.add(window((blocks - blocksPerWindow) / blocksPerHop));
    }
  }

  private boolean windowIsComplete() {
    long sinceFirstWindow = blocks - firstBlock - blocksPerWindow;
    return sinceFirstWindow >= 0 && sinceFirstWindow % blocksPerHop == 0;
  }

  private AudioWindow window(long index) {
    float[] logMel = new float[(blocksPerWindow - blocksPerFrame + 1) * bands];
    int start = ringIndex(index * blocksPerHop);
    int untilEnd = Math.min(logMel.length, logMelRing.length - start);
    System.arraycopy(logMelRing, start, logMel, 0, untilEnd);
    System.arraycopy(logMelRing, 0, logMel, untilEnd, logMel.length - untilEnd);
    return new AudioWindow(index, logMel, levels.quality());
  }

  private int ringIndex(long frame) {
    return (int) (frame % blocksPerWindow) * bands;
  }

  private static int blocksIn(Duration duration, LogMelConfig features) {
    long samples = duration.toMillis() * features.sampleRate();
    long samplesPerBlock = features.hop() * 1000L;
    if (samples % samplesPerBlock != 0) {
      throw new IllegalArgumentException(
          "Windows of "
              + duration
              + " do not fit the log-mel grid: take a multiple of "
              + features.hop() * 1000.0 / features.sampleRate()
              + " ms");
    }
    return Math.toIntExact(samples / samplesPerBlock);
  }
}
