package io.temperline.benchmarks;

import io.temperline.speech.features.FeatureStream;
import io.temperline.speech.features.FrameSink;
import io.temperline.speech.features.catalogue.Feature;
import io.temperline.speech.features.catalogue.FeatureCatalogue;
import io.temperline.speech.features.catalogue.Parameter;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Features of the catalogue as live streams: 8 kHz, packets of 20 ms. One operation is one second
 * of audio, so that operations per second are times real time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class FeatureStreamBenchmark {

  private static final int RATE = 8_000;
  private static final int PACKET = 160;

  @Param({
    "rms",
    "zero_crossing_rate",
    "spectral_centroid",
    "spectral_contrast",
    "log_mel_db_64",
    "log_mel_telephone",
    "mfcc_13",
    "mfcc_13_delta2",
    "chroma_stft_1024",
    "yin_f0_65_400",
    "pyin_voiced_probability",
    "hnr",
    "jitter",
    "formants",
    "loudness"
  })
  private String name;

  private float[] noise;
  private FeatureStream stream;

  @Setup
  public void open(Blackhole frames) {
    Random random = new Random(1);
    noise = new float[RATE];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (0.1 * random.nextGaussian());
    }
    Feature feature = new FeatureCatalogue().get(name);
    Map<Parameter, Double> live =
        feature.defaults().containsKey(Parameter.TOP_DB)
            ? Map.of(Parameter.TOP_DB, Parameter.TOP_DB.parse("none"))
            : Map.of();
    stream = feature.open(RATE, live, new Consumed(frames));
  }

  @Benchmark
  public void secondOfAudio() {
    for (int packet = 0; packet < RATE; packet += PACKET) {
      stream.push(noise, packet, PACKET);
    }
  }

  /** Frames that nobody needs, and that the compiler may not leave out. */
  private record Consumed(Blackhole hole) implements FrameSink {

    @Override
    public void accept(float[] values) {
      hole.consume(values);
    }

    @Override
    public void end() {}
  }
}
