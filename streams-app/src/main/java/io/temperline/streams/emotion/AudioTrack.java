package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.speech.audio.AudioCodec;
import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.window.SampleSink;
import io.temperline.streams.state.AudioChunk;
import java.util.List;

/**
 * Lays a channel's frames, in order, on its 8 kHz sample grid, on which sample 0 is the channel's
 * first. Where capturedAt runs ahead of the samples, audio is missing between them.
 */
final class AudioTrack {

  private static final int SAMPLES_PER_MS = TelephoneLine.SAMPLE_RATE / 1000;

  /** Gateways stamp packets as they arrive: up to this, capturedAt wanders and nothing is lost. */
  private static final long WANDER_SAMPLES = 100L * SAMPLES_PER_MS;

  /** What jumps further than an hour is a clock that was set, not a pause. */
  private static final long LONGEST_PAUSE_SAMPLES = 3_600_000L * SAMPLES_PER_MS;

  /** Longer than this no frames are lost in a row: the gateway counts anew. */
  private static final long LONGEST_LOSS_SAMPLES = 10_000L * SAMPLES_PER_MS;

  private final SampleSink sink;
  private final ChunkLog chunks;
  private AudioRun run;
  private long endSample;
  private long nextSequence;
  private long epochMs;
  private long heardUntilMs = Long.MIN_VALUE;
  private long lostSamples;

  AudioTrack(SampleSink sink, ChunkLog chunks) {
    this.sink = sink;
    this.chunks = chunks;
  }

  boolean isEmpty() {
    return run == null;
  }

  /** Sets the time of sample 0, ms since the epoch. */
  void startAt(long startedAtMs) {
    epochMs = startedAtMs;
  }

  /**
   * Rebuilds the track from the chunks that are left of it.
   *
   * @param fromSample where the sink starts; what comes before only fills the resampler
   */
  void restore(List<AudioChunk> left, long fromSample) {
    long fed = fromSample;
    for (AudioChunk chunk : left) {
      if (chunk.getStartsRun() || run == null) {
        startRun(AudioCodec.valueOf(chunk.getCodec()), chunk.getSampleRate());
      }
      float[] samples = run.decode(chunk.getPayload());
      long missing = chunk.getStartSample() - fed;
      if (missing > 0) {
        sink.appendLost(Math.toIntExact(missing));
        fed += missing;
      }
      int skip = Math.toIntExact(Math.min(samples.length, fed - chunk.getStartSample()));
      sink.append(samples, skip, samples.length - skip);
      fed += samples.length - skip;
      endSample = chunk.getEndSample();
      nextSequence = chunk.getNextSequence();
      epochMs = chunk.getEpochMs();
      heardUntilMs = chunk.getHeardUntilMs();
    }
  }

  void place(AudioFrame frame) {
    long lost = lostBefore(frame);
    if (lost > 0) {
      sink.appendLost(Math.toIntExact(lost));
      endSample += lost;
      lostSamples += lost;
    }
    AudioCodec codec = Frames.codec(frame);
    boolean startsRun = run == null || lost > 0 || !run.canTake(codec, frame.getSampleRate());
    if (startsRun) {
      startRun(codec, frame.getSampleRate());
    }
    long startSample = endSample;
    float[] samples = run.decode(frame.getPayload());
    sink.append(samples, 0, samples.length);
    endSample += samples.length;
    nextSequence = frame.getSequence() + 1;
    heardUntilMs = Math.max(heardUntilMs, Frames.endMs(frame));
    chunks.append(frame, startSample, endSample, startsRun, epochMs, heardUntilMs);
    if (run.canBeTakenUpHere()) {
      chunks.closeFullChunk();
    }
  }

  private void startRun(AudioCodec codec, int sampleRate) {
    if (run != null && run.canTake(codec, sampleRate)) {
      run.restart();
    } else {
      run = new AudioRun(codec, sampleRate);
    }
  }

  /** Samples at 8 kHz that are missing before a frame; sets the clock anew where it jumped. */
  private long lostBefore(AudioFrame frame) {
    long ahead = (frame.getCapturedAt().toEpochMilli() - epochMs) * SAMPLES_PER_MS - endSample;
    long missing = frame.getSequence() - nextSequence;
    boolean plausible = ahead >= -WANDER_SAMPLES && ahead <= LONGEST_PAUSE_SAMPLES;
    if (plausible && (ahead > WANDER_SAMPLES || missing > 0)) {
      return Math.max(0, ahead);
    }
    if (plausible) {
      return 0;
    }
    long lost = lengthOfMissing(missing, frame);
    epochMs = frame.getCapturedAt().toEpochMilli() - (endSample + lost) / SAMPLES_PER_MS;
    return lost;
  }

  /** By their number, where the clock can't tell. */
  private static long lengthOfMissing(long frames, AudioFrame next) {
    long length = Math.max(1, Frames.micros(next) * SAMPLES_PER_MS / 1000);
    return frames > 0 && frames <= LONGEST_LOSS_SAMPLES / length ? frames * length : 0;
  }

  /** Where the audio ends on the sample grid. */
  long endSample() {
    return endSample;
  }

  long nextSequence() {
    return nextSequence;
  }

  /** Samples at 8 kHz that were found missing since this was asked last. */
  long takeLostSamples() {
    long lost = lostSamples;
    lostSamples = 0;
    return lost;
  }

  /** The latest end of a frame by the gateway's clock, ms since the epoch. */
  long heardUntilMs() {
    return heardUntilMs;
  }
}
