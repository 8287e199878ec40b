package io.temperline.speech.features.catalogue;

import static io.temperline.speech.features.catalogue.Parameter.DELTA_WIDTH;
import static io.temperline.speech.features.catalogue.Parameter.FMAX;
import static io.temperline.speech.features.catalogue.Parameter.FMIN;
import static io.temperline.speech.features.catalogue.Parameter.FRAME_LENGTH;
import static io.temperline.speech.features.catalogue.Parameter.HOP;
import static io.temperline.speech.features.catalogue.Parameter.N_FFT;
import static io.temperline.speech.features.catalogue.Parameter.N_MELS;
import static io.temperline.speech.features.catalogue.Parameter.N_MFCC;
import static io.temperline.speech.features.catalogue.Parameter.TOP_DB;

import io.temperline.speech.features.Deltas;
import io.temperline.speech.features.FeatureStream;
import io.temperline.speech.features.FrameChain;
import io.temperline.speech.features.FrameSink;
import io.temperline.speech.features.Framer;
import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.features.LogMelExtractor;
import io.temperline.speech.features.Padding;
import io.temperline.speech.features.spectral.CosineTransform;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Mel bands, and what is made of them. */
final class CepstralFeatures {

  private static final Map<Parameter, Double> MEL =
      Map.of(N_FFT, 256.0, HOP, 80.0, N_MELS, 64.0, FMIN, 0.0, FMAX, Parameter.NONE);

  private CepstralFeatures() {}

  static List<Feature> all() {
    return List.of(
        new Feature(
            "melspectrogram_power_slaney_64",
            "power per mel band",
            "librosa 0.11 feature.melspectrogram; Slaney 1998",
            MEL,
            Recipes.HALF_A_TRANSFORM,
            (settings, sink) -> Recipes.transformed(settings, Recipes.mel(settings).into(sink))),
        new Feature(
            "log_mel_db_64",
            "power per mel band, dB",
            "librosa 0.11 feature.melspectrogram and power_to_db",
            with(MEL, TOP_DB, 80),
            Recipes.HALF_A_TRANSFORM_WITHOUT_TOP_DB,
            (settings, sink) -> Recipes.transformed(settings, Recipes.decibels(settings, sink))),
        telephone(),
        mfcc("mfcc_13", 13, 64),
        mfcc("mfcc_40_default_mels", 40, 128),
        delta("mfcc_13_delta", "first", 1),
        delta("mfcc_13_delta2", "second", 2));
  }

  private static Feature telephone() {
    return new Feature(
        "log_mel_telephone",
        "power per mel band, dB, as the model hears it: frames begin at their time",
        "librosa 0.11 feature.melspectrogram and power_to_db, center=False",
        with(MEL, FRAME_LENGTH, 200),
        settings -> OptionalInt.of(settings.frameLength()),
        (settings, sink) -> {
          LogMelConfig config =
              new LogMelConfig(
                  settings.sampleRate(),
                  settings.fft(),
                  settings.frameLength(),
                  settings.hop(),
                  settings.bands(),
                  (float) settings.get(FMIN),
                  (float) settings.fMax());
          LogMelExtractor extractor = new LogMelExtractor(config);
          return new Framer(
              config.frameLength(),
              config.hop(),
              Padding.NONE,
              FrameChain.of((frame, out) -> extractor.frame(frame, 0, out, 0), config.bands())
                  .into(sink));
        });
  }

  private static Feature mfcc(String name, int coefficients, int bands) {
    return new Feature(
        name,
        "mel-frequency cepstral coefficients",
        "librosa 0.11 feature.mfcc; Davis and Mermelstein 1980",
        cepstrum(coefficients, bands),
        Recipes.HALF_A_TRANSFORM_WITHOUT_TOP_DB,
        CepstralFeatures::coefficients);
  }

  private static Feature delta(String name, String ordinal, int order) {
    return new Feature(
        name,
        ordinal + " derivative of the cepstral coefficients, per frame",
        "librosa 0.11 feature.delta; Savitzky and Golay 1964",
        with(cepstrum(13, 64), DELTA_WIDTH, 9),
        CepstralFeatures::deltaLookAhead,
        (settings, sink) ->
            coefficients(
                settings,
                new Deltas(settings.whole(N_MFCC), settings.whole(DELTA_WIDTH), order, sink)));
  }

  private static FeatureStream coefficients(Settings settings, FrameSink sink) {
    int count = settings.whole(N_MFCC);
    return Recipes.transformed(
        settings,
        Recipes.decibels(
            settings,
            FrameChain.of(new CosineTransform(settings.bands(), count), count).into(sink)));
  }

  /** The first frames wait for a whole width, later ones for half of it. */
  private static OptionalInt deltaLookAhead(Settings settings) {
    OptionalInt own = Recipes.HALF_A_TRANSFORM_WITHOUT_TOP_DB.of(settings);
    return own.isEmpty()
        ? own
        : OptionalInt.of(own.getAsInt() + (settings.whole(DELTA_WIDTH) - 1) * settings.hop());
  }

  private static Map<Parameter, Double> cepstrum(int coefficients, int bands) {
    return with(with(with(MEL, N_MELS, bands), N_MFCC, coefficients), TOP_DB, 80);
  }

  private static Map<Parameter, Double> with(
      Map<Parameter, Double> defaults, Parameter parameter, double value) {
    Map<Parameter, Double> extended = new EnumMap<>(defaults);
    extended.put(parameter, value);
    return extended;
  }
}
