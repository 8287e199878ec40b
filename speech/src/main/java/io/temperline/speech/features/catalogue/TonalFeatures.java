package io.temperline.speech.features.catalogue;

import static io.temperline.speech.features.catalogue.Parameter.HOP;
import static io.temperline.speech.features.catalogue.Parameter.N_FFT;
import static io.temperline.speech.features.catalogue.Parameter.TUNING;

import io.temperline.speech.features.FrameChain;
import io.temperline.speech.features.spectral.ChromaFilterBank;
import io.temperline.speech.features.spectral.Tonnetz;
import java.util.List;
import java.util.Map;

/** Features of musical pitch classes. */
final class TonalFeatures {

  private static final Map<Parameter, Double> CHROMA =
      Map.of(N_FFT, 1024.0, HOP, 80.0, TUNING, 0.0);

  private TonalFeatures() {}

  static List<Feature> all() {
    return List.of(
        new Feature(
            "chroma_stft_1024",
            "weight per pitch class from C on, the largest being 1",
            "librosa 0.11 feature.chroma_stft; Ellis 2007",
            CHROMA,
            Recipes.HALF_A_TRANSFORM,
            (settings, sink) -> Recipes.transformed(settings, chroma(settings).into(sink))),
        new Feature(
            "tonnetz_from_chroma_stft_1024",
            "sine and cosine on the circles of fifths, minor and major thirds",
            "librosa 0.11 feature.tonnetz; Harte, Sandler and Gasser 2006",
            CHROMA,
            Recipes.HALF_A_TRANSFORM,
            (settings, sink) ->
                Recipes.transformed(
                    settings,
                    chroma(settings).then(new Tonnetz(), Tonnetz.DIMENSIONS).into(sink))));
  }

  private static FrameChain.Builder chroma(Settings settings) {
    return Recipes.power(settings)
        .then(
            new ChromaFilterBank(settings.sampleRate(), settings.fft(), settings.get(TUNING)),
            ChromaFilterBank.CLASSES);
  }
}
