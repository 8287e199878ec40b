package io.temperline.speech.features.catalogue;

import static io.temperline.speech.features.catalogue.Parameter.FMAX;
import static io.temperline.speech.features.catalogue.Parameter.FMIN;
import static io.temperline.speech.features.catalogue.Parameter.HOP;
import static io.temperline.speech.features.catalogue.Parameter.N_FFT;
import static io.temperline.speech.features.catalogue.Parameter.TOP_DB;

import io.temperline.speech.features.Decibels;
import io.temperline.speech.features.FeatureStream;
import io.temperline.speech.features.FrameChain;
import io.temperline.speech.features.FrameFunction;
import io.temperline.speech.features.FrameSink;
import io.temperline.speech.features.Framer;
import io.temperline.speech.features.MelFilterBank;
import io.temperline.speech.features.Padding;
import io.temperline.speech.features.PowerSpectrum;
import io.temperline.speech.features.TopDb;
import io.temperline.speech.features.catalogue.Feature.LookAhead;
import io.temperline.speech.features.spectral.Magnitude;
import java.util.Map;
import java.util.OptionalInt;

/** What several features are made of. */
final class Recipes {

  /** Transforms of 32 ms every 10 ms, at 8 kHz. */
  static final Map<Parameter, Double> SPECTRUM = Map.of(N_FFT, 256.0, HOP, 80.0);

  /** Frames centred on their time see half a transform ahead. */
  static final LookAhead HALF_A_TRANSFORM = settings -> OptionalInt.of(settings.fft() / 2);

  /** Half a transform; everything where the loudest value of the signal is to be known. */
  static final LookAhead HALF_A_TRANSFORM_WITHOUT_TOP_DB =
      settings -> settings.isSet(TOP_DB) ? OptionalInt.empty() : HALF_A_TRANSFORM.of(settings);

  static final LookAhead HALF_A_FRAME =
      settings -> OptionalInt.of((settings.frameLength() + 1) / 2);

  private Recipes() {}

  /** Centred frames with silence around the signal, as long as the transform. */
  static FeatureStream transformed(Settings settings, FrameSink sink) {
    return new Framer(settings.fft(), settings.hop(), Padding.ZERO, sink);
  }

  /** Centred frames with silence around the signal. */
  static FeatureStream framed(Settings settings, FrameSink sink) {
    return new Framer(settings.frameLength(), settings.hop(), Padding.ZERO, sink);
  }

  /** Frames to power spectra. */
  static FrameChain.Builder power(Settings settings) {
    return FrameChain.of(new PowerSpectrum(settings.fft(), settings.fft()), settings.bins());
  }

  /** Frames to magnitude spectra. */
  static FrameChain.Builder magnitude(Settings settings) {
    return power(settings).then(new Magnitude(), settings.bins());
  }

  /** Frames to the power in mel bands. */
  static FrameChain.Builder mel(Settings settings) {
    FrameFunction bank =
        new MelFilterBank(
            settings.sampleRate(),
            settings.fft(),
            settings.bands(),
            settings.values().getOrDefault(FMIN, 0.0),
            settings.values().containsKey(FMAX) ? settings.fMax() : settings.sampleRate() / 2.0);
    return power(settings).then(bank, settings.bands());
  }

  /** Frames to mel bands in decibels, with what is too far below the loudest raised. */
  static FrameSink decibels(Settings settings, FrameSink sink) {
    return mel(settings)
        .then(Decibels.ofPowers(), settings.bands())
        .into(clipped(settings, 1, sink));
  }

  /** As it is, or with what is too far below the loudest raised. */
  static FrameSink clipped(Settings settings, int groups, FrameSink sink) {
    return settings.isSet(TOP_DB) ? new TopDb((float) settings.get(TOP_DB), groups, sink) : sink;
  }
}
