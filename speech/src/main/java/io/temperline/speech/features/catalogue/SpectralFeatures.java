package io.temperline.speech.features.catalogue;

import static io.temperline.speech.features.catalogue.Parameter.FMIN;
import static io.temperline.speech.features.catalogue.Parameter.HOP;
import static io.temperline.speech.features.catalogue.Parameter.N_BANDS;
import static io.temperline.speech.features.catalogue.Parameter.N_FFT;
import static io.temperline.speech.features.catalogue.Parameter.N_MELS;
import static io.temperline.speech.features.catalogue.Parameter.QUANTILE;
import static io.temperline.speech.features.catalogue.Parameter.ROLL_PERCENT;
import static io.temperline.speech.features.catalogue.Parameter.TOP_DB;

import io.temperline.speech.features.FrameChain;
import io.temperline.speech.features.FrameFunction;
import io.temperline.speech.features.FrameSink;
import io.temperline.speech.features.catalogue.Feature.Recipe;
import io.temperline.speech.features.spectral.OnsetStrength;
import io.temperline.speech.features.spectral.SpectralContrast;
import io.temperline.speech.features.spectral.SpectralFlatness;
import io.temperline.speech.features.spectral.SpectralFlux;
import io.temperline.speech.features.spectral.SpectralShape;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Features of the spectrum. */
final class SpectralFeatures {

  private SpectralFeatures() {}

  static List<Feature> all() {
    return List.of(
        ofSpectrum(
            "stft_magnitude",
            "magnitude per frequency bin, 0 to half the sample rate",
            "librosa 0.11 stft",
            (settings, sink) ->
                Recipes.transformed(settings, Recipes.magnitude(settings).into(sink))),
        ofSpectrum(
            "spectral_centroid",
            "mean frequency, Hz",
            "librosa 0.11 feature.spectral_centroid",
            ofMagnitude(settings -> shape(settings).centroid())),
        ofSpectrum(
            "spectral_bandwidth",
            "standard deviation of the frequency, Hz",
            "librosa 0.11 feature.spectral_bandwidth",
            ofMagnitude(settings -> shape(settings).bandwidth())),
        rolloff(),
        ofSpectrum(
            "spectral_flatness",
            "geometric over arithmetic mean of the power, 0 to 1",
            "librosa 0.11 feature.spectral_flatness; Dubnov 2004",
            (settings, sink) ->
                Recipes.transformed(
                    settings, Recipes.power(settings).then(new SpectralFlatness(), 1).into(sink))),
        contrast(),
        ofSpectrum(
            "spectral_flux",
            "change of the normalised magnitudes since the frame before, 0 to 2",
            "Giannakopoulos and Pikrakis 2014, 4.4.3",
            (settings, sink) ->
                Recipes.transformed(
                    settings,
                    Recipes.magnitude(settings).into(new SpectralFlux(settings.bins(), sink)))),
        onsetStrength());
  }

  private static Feature rolloff() {
    return new Feature(
        "spectral_rolloff_85",
        "frequency below which a share of the magnitude lies, Hz",
        "librosa 0.11 feature.spectral_rolloff",
        Map.of(N_FFT, 256.0, HOP, 80.0, ROLL_PERCENT, 0.85),
        Recipes.HALF_A_TRANSFORM,
        ofMagnitude(settings -> shape(settings).rolloff(settings.get(ROLL_PERCENT))));
  }

  private static Feature contrast() {
    return new Feature(
        "spectral_contrast",
        "peaks less valleys per octave band, dB",
        "librosa 0.11 feature.spectral_contrast; Jiang et al. 2002",
        Map.of(N_FFT, 256.0, HOP, 80.0, FMIN, 200.0, N_BANDS, 4.0, QUANTILE, 0.02, TOP_DB, 80.0),
        Recipes.HALF_A_TRANSFORM_WITHOUT_TOP_DB,
        (settings, sink) -> {
          int bands = settings.whole(N_BANDS) + 1;
          FrameSink difference = FrameChain.of(SpectralContrast.difference(), bands).into(sink);
          FrameFunction contrast =
              new SpectralContrast(
                  settings.sampleRate(),
                  settings.fft(),
                  settings.whole(N_BANDS),
                  settings.get(FMIN),
                  settings.get(QUANTILE));
          return Recipes.transformed(
              settings,
              Recipes.magnitude(settings)
                  .then(contrast, 2 * bands)
                  .into(Recipes.clipped(settings, 2, difference)));
        });
  }

  private static Feature onsetStrength() {
    return new Feature(
        "onset_strength",
        "mean rise of the mel bands since the frame before, dB",
        "librosa 0.11 onset.onset_strength; Böck and Widmer 2013",
        Map.of(N_FFT, 256.0, HOP, 80.0, N_MELS, 128.0, TOP_DB, 80.0),
        Recipes.HALF_A_TRANSFORM_WITHOUT_TOP_DB,
        (settings, sink) ->
            Recipes.transformed(
                settings,
                Recipes.decibels(
                    settings,
                    new OnsetStrength(
                        settings.bands(), settings.fft() / (2 * settings.hop()), sink))));
  }

  private static Feature ofSpectrum(String name, String summary, String source, Recipe recipe) {
    return new Feature(name, summary, source, Recipes.SPECTRUM, Recipes.HALF_A_TRANSFORM, recipe);
  }

  /** One value from a magnitude spectrum. */
  private static Recipe ofMagnitude(Function<Settings, FrameFunction> step) {
    return (settings, sink) ->
        Recipes.transformed(
            settings, Recipes.magnitude(settings).then(step.apply(settings), 1).into(sink));
  }

  private static SpectralShape shape(Settings settings) {
    return new SpectralShape(settings.sampleRate(), settings.fft());
  }
}
