package io.temperline.benchmarks;

import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.features.LogMelExtractor;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The log-mel frames of the live path: 64 bands at 8 kHz, frames of 25 ms every 10 ms. One
 * operation is one second of audio, so that operations per second are times real time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LogMelBenchmark {

  private static final LogMelConfig CONFIG = LogMelConfig.TELEPHONE;
  private static final int SECONDS = 10;

  private final LogMelExtractor extractor = new LogMelExtractor(CONFIG);
  private final float[] noise = noise();
  private final float[] logMel = new float[CONFIG.framesIn(noise.length) * CONFIG.bands()];

  /** Frame by frame into an array that is there already, as the live windows are filled. */
  @Benchmark
  @OperationsPerInvocation(SECONDS)
  public float[] secondsOfAudio() {
    for (int at = 0, offset = 0; at < logMel.length; at += CONFIG.bands()) {
      extractor.frame(noise, offset, logMel, at);
      offset += CONFIG.hop();
    }
    return logMel;
  }

  /** So many samples that there are exactly as many frames as hops in the seconds. */
  private static float[] noise() {
    Random random = new Random(1);
    int samples = SECONDS * CONFIG.sampleRate() + CONFIG.frameLength() - CONFIG.hop();
    float[] noise = new float[samples];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (0.1 * random.nextGaussian());
    }
    return noise;
  }
}
