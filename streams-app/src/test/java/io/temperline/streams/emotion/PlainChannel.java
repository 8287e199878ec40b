package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.speech.audio.AudioCodec;
import io.temperline.speech.audio.Resampler;
import io.temperline.speech.window.WindowConfig;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a channel's frames come to, worked out the slow way: every frame is kept, and the windows
 * are cut from the whole of the audio in the end. Its rules, in full:
 *
 * <ol>
 *   <li>Frames are laid down by ascending sequence. The first is 0, or the least there is once as
 *       much has come as in 3.
 *   <li>A frame that is waiting already is a duplicate.
 *   <li>A missing frame is waited for until the frames behind it span the bound by their clock, or
 *       last as long.
 *   <li>A frame before the one that is due is late. So is one beyond it that was captured before
 *       the last fresh start. But it is a fresh start if by more than half of its own length it
 *       ends after all that was laid down, or if it completes five seconds of late audio with
 *       nothing else in between. What waits is laid down before a fresh start.
 *   <li>A frame that is due up to 100 ms earlier or an hour later than its clock says is believed.
 *       What its clock is ahead is lost audio, if frames are missing before it or it is more than
 *       100 ms; else nothing is lost.
 *   <li>Where the clock is not believed, the missing frames count as long as this one, or as
 *       nothing if that makes more than ten seconds, and the clock is set by this frame.
 * </ol>
 */
final class PlainChannel {

  /** Audio of one codec and rate without a gap; or a gap, of rate 0. */
  private static final class Stretch {

    private final String codec;
    private final int sampleRate;
    private final List<AudioFrame> frames = new ArrayList<>();
    private long samples;

    Stretch(String codec, int sampleRate) {
      this.codec = codec;
      this.sampleRate = sampleRate;
    }

    static Stretch gap(long samples) {
      Stretch gap = new Stretch("gap", 0);
      gap.samples = samples;
      return gap;
    }

    boolean goesOnWith(AudioFrame frame) {
      return codec.equals(frame.getCodec().name()) && sampleRate == frame.getSampleRate();
    }

    void add(AudioFrame frame) {
      frames.add(frame);
      samples += samples(frame);
    }

    boolean isGap() {
      return sampleRate == 0;
    }

    /** At 8 kHz. */
    long length() {
      return isGap() ? samples : (samples * 8000 + sampleRate - 1) / sampleRate;
    }

    float[] audio() {
      if (isGap()) {
        return new float[(int) samples];
      }
      var joined = new ByteArrayOutputStream();
      frames.forEach(frame -> joined.writeBytes(frame.getPayload().array()));
      float[] decoded = AudioCodec.valueOf(codec).decode(joined.toByteArray());
      return new Resampler(sampleRate, 8000).push(decoded);
    }
  }

  /** A window of the grid. */
  record Window(long index, float[] samples, float lostShare) {}

  private static final long HOUR = 3600 * 8000;

  private final Duration bound;
  private final WindowConfig windows;
  private final List<AudioFrame> waiting = new ArrayList<>();
  private final List<AudioFrame> laidDown = new ArrayList<>();
  private final List<Stretch> track = new ArrayList<>();
  private long due = -1;
  private long clock;
  private long lateInARowMicros;
  private AudioFrame freshStart;
  private int late;
  private int duplicates;

  PlainChannel(Duration bound, WindowConfig windows) {
    this.bound = bound;
    this.windows = windows;
  }

  void hear(AudioFrame frame) {
    if (laidDown.size() > 0 && (frame.getSequence() < due || isFromBeforeTheFreshStart(frame))) {
      lateInARowMicros += micros(frame);
      if (!endsAfterAll(frame) && lateInARowMicros < 5_000_000) {
        late++;
        return;
      }
      layDownAllThatWaits();
      due = frame.getSequence();
      freshStart = frame;
    }
    lateInARowMicros = 0;
    if (waiting.stream().anyMatch(other -> other.getSequence() == frame.getSequence())) {
      duplicates++;
      return;
    }
    waiting.add(frame);
    while (!waiting.isEmpty() && (isDue(first()) || waitedEnough())) {
      layDown(first());
    }
  }

  /** Nothing more comes. */
  void end() {
    layDownAllThatWaits();
  }

  /** Neither a fresh start nor how much was late in a row is remembered over a restart. */
  void restarts() {
    lateInARowMicros = 0;
    freshStart = null;
  }

  private boolean isFromBeforeTheFreshStart(AudioFrame frame) {
    return frame.getSequence() > due && freshStart != null && ms(frame) < ms(freshStart);
  }

  private void layDownAllThatWaits() {
    while (!waiting.isEmpty()) {
      layDown(first());
    }
  }

  private AudioFrame first() {
    return waiting.stream().min(Comparator.comparing(AudioFrame::getSequence)).orElseThrow();
  }

  private AudioFrame last() {
    return waiting.stream().max(Comparator.comparing(AudioFrame::getSequence)).orElseThrow();
  }

  private boolean isDue(AudioFrame frame) {
    return frame.getSequence() == Math.max(due, 0);
  }

  private boolean waitedEnough() {
    return endMs(last()) - ms(first()) >= bound.toMillis()
        || waiting.stream().mapToLong(PlainChannel::micros).sum() >= bound.toMillis() * 1000;
  }

  private boolean endsAfterAll(AudioFrame frame) {
    long half = samples(frame) * 500 / frame.getSampleRate();
    return laidDown.stream().allMatch(earlier -> ms(frame) + half > endMs(earlier));
  }

  private void layDown(AudioFrame frame) {
    if (laidDown.isEmpty()) {
      clock = ms(frame);
    }
    long lost = lostBefore(frame);
    if (lost > 0) {
      track.add(Stretch.gap(lost));
    }
    if (track.isEmpty() || !track.get(track.size() - 1).goesOnWith(frame)) {
      track.add(new Stretch(frame.getCodec().name(), frame.getSampleRate()));
    }
    track.get(track.size() - 1).add(frame);
    laidDown.add(frame);
    waiting.remove(frame);
    due = frame.getSequence() + 1;
  }

  private long lostBefore(AudioFrame frame) {
    long ahead = (ms(frame) - clock) * 8 - length();
    boolean framesMissing = frame.getSequence() > lastLaidDown() + 1;
    if (ahead >= -800 && ahead <= HOUR) {
      return framesMissing || ahead > 800 ? Math.max(ahead, 0) : 0;
    }
    double missing = (double) frame.getSequence() - lastLaidDown() - 1;
    long each = Math.max(1, micros(frame) * 8 / 1000);
    long lost = missing > 0 && missing * each <= 80_000 ? (long) missing * each : 0;
    clock = ms(frame) - (length() + lost) / 8;
    return lost;
  }

  private long lastLaidDown() {
    return laidDown.isEmpty() ? -1 : laidDown.get(laidDown.size() - 1).getSequence();
  }

  private long length() {
    return track.stream().mapToLong(Stretch::length).sum();
  }

  int late() {
    return late;
  }

  int duplicates() {
    return duplicates;
  }

  long lostSamples() {
    return track.stream().filter(Stretch::isGap).mapToLong(Stretch::length).sum();
  }

  /** How many windows are complete by now. */
  long windowsSoFar() {
    long beyondTheFirst = length() - windows.length().toMillis() * 8;
    return beyondTheFirst < 0 ? 0 : beyondTheFirst / (windows.hop().toMillis() * 8) + 1;
  }

  List<Window> windows() {
    float[] audio = new float[(int) length()];
    boolean[] lost = new boolean[audio.length];
    int at = 0;
    for (Stretch stretch : track) {
      float[] samples = stretch.audio();
      System.arraycopy(samples, 0, audio, at, samples.length);
      Arrays.fill(lost, at, at + samples.length, stretch.isGap());
      at += samples.length;
    }
    List<Window> all = new ArrayList<>();
    for (long index = 0; index < windowsSoFar(); index++) {
      int from = (int) windows.startMs(index) * 8;
      int until = (int) windows.endMs(index) * 8;
      int missing = 0;
      for (int i = from; i < until; i++) {
        missing += lost[i] ? 1 : 0;
      }
      all.add(
          new Window(
              index, Arrays.copyOfRange(audio, from, until), (float) missing / (until - from)));
    }
    return all;
  }

  private static long samples(AudioFrame frame) {
    int bytesPerSample = AudioCodec.valueOf(frame.getCodec().name()).bytesPerSample();
    return frame.getPayload().remaining() / bytesPerSample;
  }

  private static long micros(AudioFrame frame) {
    return samples(frame) * 1_000_000 / frame.getSampleRate();
  }

  private static long ms(AudioFrame frame) {
    return frame.getCapturedAt().toEpochMilli();
  }

  private static long endMs(AudioFrame frame) {
    return ms(frame) + samples(frame) * 1000 / frame.getSampleRate();
  }
}
